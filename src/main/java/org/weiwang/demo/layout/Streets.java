package org.weiwang.demo.layout;

import java.util.List;
import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.mesh.Site;

/** Which edges of the mesh are streets, and of which line of a town's lattice. */
public final class Streets {
    /** The edge is no street. */
    public static final int NONE = -1;

    private final Mesh mesh;
    private final List<StreetLattice> lattices;
    private final int[] lines;
    private final boolean[] lanes;

    public Streets(Mesh mesh, List<StreetLattice> lattices) {
        this.mesh = mesh;
        this.lattices = lattices;
        this.lines = new int[mesh.edgeCount()];
        this.lanes = new boolean[mesh.edgeCount()];
        for (int edge = 0; edge < lines.length; edge++) {
            classify(edge);
        }
    }

    private void classify(int edge) {
        lines[edge] = NONE;
        if (mesh.left(edge) == Mesh.OUTSIDE || mesh.right(edge) == Mesh.OUTSIDE) {
            return;
        }
        Site a = mesh.site(mesh.left(edge));
        Site b = mesh.site(mesh.right(edge));
        if (!a.inTown() || a.lattice() != b.lattice()) {
            return;
        }
        StreetLattice lattice = lattices.get(a.lattice());
        int columnA = lattice.columnBlock(a);
        int columnB = lattice.columnBlock(b);
        int rowA = lattice.rowBlock(a);
        int rowB = lattice.rowBlock(b);
        if (columnA != columnB) {
            lines[edge] = Math.max(columnA, columnB);
        } else if (rowA != rowB) {
            lines[edge] = lattice.columnBlocks() + Math.max(rowA, rowB);
        } else {
            lanes[edge] = lattice.isLane(a, b);
        }
    }

    public boolean isStreet(int edge) {
        return lines[edge] != NONE;
    }

    /** Whether it is a lane through the middle of a block. */
    public boolean isLane(int edge) {
        return lanes[edge];
    }

    /** The number of the street within its town, or {@link #NONE}. */
    public int line(int edge) {
        return lines[edge];
    }

    /** How many numbers {@link #line} has in the town. */
    public int lineCount(int town) {
        return lattices.get(town).columnBlocks() + lattices.get(town).rowBlocks();
    }

    /** The town whose street the edge is. */
    public int town(int edge) {
        return mesh.site(mesh.left(edge)).lattice();
    }

    /** A number for the block that the town cell belongs to, unique within its town. */
    public int block(int cell) {
        Site site = mesh.site(cell);
        StreetLattice lattice = lattices.get(site.lattice());
        return lattice.columnBlock(site) * lattice.rowBlocks() + lattice.rowBlock(site);
    }

    /** The number of a street along the block of the town cell. */
    public int lineAlong(int cell) {
        Site site = mesh.site(cell);
        StreetLattice lattice = lattices.get(site.lattice());
        int column = lattice.columnBlock(site);
        return column > 0 ? column : 1;
    }
}
