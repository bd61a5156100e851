package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.demo.mesh.Mesh;

/** Footbridges over main roads, between corners of the two cells on either side. */
final class Bridges {
    private static final int APART = 40;
    private static final double LONGEST = 100;

    private Bridges() {}

    /** Pairs of nodes that roads pass; the line between them crosses a main road's edge. */
    static List<int[]> of(Ground ground, RoadNet net) {
        Mesh mesh = ground.mesh();
        List<int[]> bridges = new ArrayList<>();
        int wait = APART / 2;
        for (int edge = 0; edge < mesh.edgeCount(); edge++) {
            if (net.kind(edge) == RoadKind.MAIN
                    && mesh.left(edge) != Mesh.OUTSIDE
                    && mesh.right(edge) != Mesh.OUTSIDE
                    && --wait < 0) {
                int[] bridge = over(edge, mesh, net);
                if (bridge != null) {
                    bridges.add(bridge);
                    wait = APART;
                }
            }
        }
        return bridges;
    }

    private static int[] over(int edge, Mesh mesh, RoadNet net) {
        for (int start : corners(mesh.left(edge), edge, mesh, net)) {
            for (int end : corners(mesh.right(edge), edge, mesh, net)) {
                Coordinate a = mesh.node(start);
                Coordinate b = mesh.node(end);
                if (a.distance(b) < LONGEST && crosses(a, b, edge, mesh)) {
                    return new int[] {start, end};
                }
            }
        }
        return null;
    }

    private static List<Integer> corners(int cell, int edge, Mesh mesh, RoadNet net) {
        List<Integer> corners = new ArrayList<>();
        for (int i = 0; i < mesh.degree(cell); i++) {
            int node = mesh.corner(cell, i);
            if (node != mesh.from(edge) && node != mesh.to(edge) && net.passes(node)) {
                corners.add(node);
            }
        }
        return corners;
    }

    /** Whether the line crosses the edge in its middle third. */
    private static boolean crosses(Coordinate a, Coordinate b, int edge, Mesh mesh) {
        Coordinate from = mesh.node(mesh.from(edge));
        Coordinate to = mesh.node(mesh.to(edge));
        Coordinate at = CGAlgorithmsDD.intersection(a, b, from, to);
        return at != null
                && at.distance(from) > from.distance(to) / 3
                && at.distance(to) > from.distance(to) / 3
                && at.distance(from) < from.distance(to)
                && at.distance(to) < from.distance(to);
    }
}
