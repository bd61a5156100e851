package org.weiwang.demo.life;

import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.mesh.Site;

/**
 * Where a town cell meets a street.
 *
 * @param edge the edge of the street
 * @param position how many cells along the street
 * @param odd which side of the street it is
 */
record Frontage(int edge, String street, int position, boolean odd) {
    /** The cell's first frontage, or null where no street runs along the cell. */
    static Frontage of(Ground ground, RoadNames names, int cell) {
        Mesh mesh = ground.mesh();
        for (int i = 0; i < mesh.degree(cell); i++) {
            int edge = mesh.edge(cell, i);
            if (ground.streets().isStreet(edge)) {
                Site site = mesh.site(cell);
                Site across = mesh.site(mesh.neighbour(cell, i));
                int line = ground.streets().line(edge);
                boolean column = line < ground.plan().lattices().get(site.lattice()).columnBlocks();
                return new Frontage(
                        edge,
                        names.street(site.lattice(), line),
                        column ? site.row() : site.column(),
                        column ? site.column() < across.column() : site.row() < across.row());
            }
        }
        return null;
    }
}
