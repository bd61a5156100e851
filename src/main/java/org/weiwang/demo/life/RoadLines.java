package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.GeometryFactory;
import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.mesh.Millimetre;

/** Strings the edges that carry roads together, from junction to junction. */
final class RoadLines {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Mesh mesh;
    private final RoadNet net;
    private final RoadNames names;
    private final boolean[] used;
    private final boolean[] junction;
    private final List<Road> roads = new ArrayList<>();

    private RoadLines(Mesh mesh, RoadNet net, RoadNames names) {
        this.mesh = mesh;
        this.net = net;
        this.names = names;
        this.used = new boolean[mesh.edgeCount()];
        this.junction = new boolean[mesh.nodeCount()];
    }

    /**
     * @param bridges pairs of nodes to be joined by a bridge
     */
    static List<Road> of(Mesh mesh, RoadNet net, RoadNames names, List<int[]> bridges) {
        RoadLines lines = new RoadLines(mesh, net, names);
        lines.findJunctions(bridges);
        for (int edge = 0; edge < mesh.edgeCount(); edge++) {
            if (lines.junction[mesh.from(edge)]) {
                lines.follow(edge, mesh.from(edge));
            }
            if (lines.junction[mesh.to(edge)]) {
                lines.follow(edge, mesh.to(edge));
            }
        }
        for (int edge = 0; edge < mesh.edgeCount(); edge++) {
            lines.follow(edge, mesh.from(edge));
        }
        lines.addSpurs();
        lines.addBridges(bridges);
        return lines.roads;
    }

    private void findJunctions(List<int[]> bridges) {
        for (int node = 0; node < junction.length; node++) {
            int degree = 0;
            String first = null;
            for (int edge : mesh.edgesAt(node)) {
                if (net.kind(edge) != null) {
                    degree++;
                    String label = label(edge);
                    junction[node] |= first != null && !label.equals(first);
                    first = label;
                }
            }
            junction[node] |= degree != 0 && degree != 2;
        }
        net.spurs().forEach(spur -> junction[spur.node()] = true);
        for (int[] bridge : bridges) {
            junction[bridge[0]] = true;
            junction[bridge[1]] = true;
        }
    }

    private String label(int edge) {
        return net.kind(edge) + names.of(edge);
    }

    private void follow(int first, int start) {
        if (net.kind(first) == null || used[first]) {
            return;
        }
        CoordinateList line = new CoordinateList();
        line.add(mesh.node(start), false);
        int edge = first;
        int node = start;
        while (edge >= 0) {
            used[edge] = true;
            node = mesh.otherEnd(edge, node);
            line.add(mesh.node(node), false);
            edge = junction[node] ? -1 : nextEdge(node);
        }
        Coordinate[] path = line.toCoordinateArray();
        add(names.of(first), net.kind(first), 0, names.isStreet(first) ? path : smooth(path));
    }

    private int nextEdge(int node) {
        for (int edge : mesh.edgesAt(node)) {
            if (net.kind(edge) != null && !used[edge]) {
                return edge;
            }
        }
        return -1;
    }

    private void add(String name, RoadKind kind, int level, Coordinate... path) {
        roads.add(new Road(name, kind, level, FACTORY.createLineString(path)));
    }

    /** Cuts the corners, twice; the ends stay, and no line leaves the cells it ran along. */
    private static Coordinate[] smooth(Coordinate[] path) {
        Coordinate[] smooth = path;
        for (int round = 0; round < 2 && path.length > 2; round++) {
            CoordinateList cut = new CoordinateList();
            cut.add(smooth[0], false);
            for (int i = 1; i < smooth.length - 1; i++) {
                cut.add(between(smooth[i - 1], smooth[i], 0.72), false);
                cut.add(between(smooth[i], smooth[i + 1], 0.28), false);
            }
            cut.add(smooth[smooth.length - 1], false);
            smooth = cut.toCoordinateArray();
        }
        return smooth;
    }

    private static Coordinate between(Coordinate a, Coordinate b, double share) {
        return Millimetre.round(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    }

    private void addSpurs() {
        for (RoadNet.Spur spur : net.spurs()) {
            add("", RoadKind.PATH, 0, mesh.node(spur.node()), mesh.middle(spur.cell()));
        }
    }

    private void addBridges(List<int[]> bridges) {
        for (int[] bridge : bridges) {
            add("人行天桥", RoadKind.PATH, 1, mesh.node(bridge[0]), mesh.node(bridge[1]));
        }
    }
}
