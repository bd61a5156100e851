package org.weiwang.demo.life;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.demo.layout.Streets;
import org.weiwang.demo.mesh.Mesh;

/**
 * Which edges of the mesh carry a road, and of what kind. All streets, the ways from every village
 * to a town and between the towns, and a lane to every hamlet; all of it connected.
 */
final class RoadNet {
    /** A lane into a cell: from one of its corners to its site. */
    record Spur(int node, int cell) {}

    /** One gap in so many between two roads is closed by a lane. */
    private static final int LINK_RARITY = 5;

    private final Ground ground;
    private final Mesh mesh;
    private final RoadKind[] kinds;
    private final List<Spur> spurs = new ArrayList<>();

    /**
     * @param targets cells that need a lane of their own
     */
    RoadNet(Ground ground, List<Integer> targets, SplittableRandom random) {
        this.ground = ground;
        this.mesh = ground.mesh();
        this.kinds = new RoadKind[mesh.edgeCount()];
        streets();
        int[] centres =
                ground.plan().lattices().stream()
                        .mapToInt(town -> nearestNode(town.centre()))
                        .toArray();
        Walks toTown = new Walks(ground, centres, random);
        Walks toTownOtherwise = new Walks(ground, centres, random);
        lanes(targets, toTown, toTownOtherwise, random);
        villageRoads(toTown, toTownOtherwise);
        Walks toSeat = new Walks(ground, new int[] {centres[0]}, random);
        Walks toLast = new Walks(ground, new int[] {centres[centres.length - 1]}, random);
        for (int town = 0; town < centres.length; town++) {
            mark(centres[town], toSeat, RoadKind.MAIN);
            mark(centres[town], toLast, RoadKind.SECONDARY);
        }
        links(random);
        connect(centres[0], toSeat);
    }

    /** Ways from village to village, where roads of the open country come near each other. */
    private void links(SplittableRandom random) {
        boolean[] passed = new boolean[mesh.nodeCount()];
        for (int node = 0; node < passed.length; node++) {
            passed[node] = passes(node);
        }
        for (int edge = 0; edge < kinds.length; edge++) {
            if (kinds[edge] == null
                    && isOpen(mesh.left(edge))
                    && isOpen(mesh.right(edge))
                    && passed[mesh.from(edge)]
                    && passed[mesh.to(edge)]
                    && random.nextInt(LINK_RARITY) == 0) {
                kinds[edge] = RoadKind.LANE;
            }
        }
    }

    private boolean isOpen(int cell) {
        return cell != Mesh.OUTSIDE && !ground.inTown(cell);
    }

    private void lanes(List<Integer> targets, Walks first, Walks second, SplittableRandom random) {
        for (int cell : targets) {
            Spur spur = new Spur(first.corner(cell), cell);
            spurs.add(spur);
            mark(spur.node, first, RoadKind.LANE);
            if (random.nextInt(3) == 0) {
                mark(spur.node, second, RoadKind.LANE);
            }
        }
    }

    private void streets() {
        Streets streets = ground.streets();
        for (int edge = 0; edge < kinds.length; edge++) {
            if (streets.isStreet(edge)) {
                kinds[edge] = kind(streets.line(edge), streets.town(edge));
            } else if (streets.isLane(edge)) {
                kinds[edge] = RoadKind.PATH;
            }
        }
    }

    /** The middle street of each direction is the main one; every other street is a branch. */
    private RoadKind kind(int line, int town) {
        int columns = ground.plan().lattices().get(town).columnBlocks();
        int rows = ground.plan().lattices().get(town).rowBlocks();
        int number = line < columns ? line : line - columns;
        int middle = (line < columns ? columns : rows) / 2;
        if (number == middle) {
            return RoadKind.MAIN;
        }
        return (number - middle) % 2 == 0 ? RoadKind.SECONDARY : RoadKind.BRANCH;
    }

    /** From every general grid to its town, on one of two ways. */
    private void villageRoads(Walks first, Walks second) {
        int general = -1;
        for (int micro = 0; micro < ground.cells().size(); micro++) {
            if (ground.division().micros().get(micro).general() != general) {
                general = ground.division().micros().get(micro).general();
                List<Integer> cells = ground.cells().get(micro);
                int cell = cells.get(cells.size() / 2);
                Walks walks = general % 3 == 0 ? second : first;
                mark(walks.corner(cell), walks, RoadKind.VILLAGE);
            }
        }
    }

    private void mark(int from, Walks walks, RoadKind kind) {
        int node = from;
        while (walks.via(node) >= 0) {
            int edge = walks.via(node);
            boolean own = kinds[edge] == null || !ground.streets().isStreet(edge);
            if (own && (kinds[edge] == null || kinds[edge].compareTo(kind) > 0)) {
                kinds[edge] = kind;
            } else if (kind == RoadKind.LANE) {
                return;
            }
            node = mesh.otherEnd(edge, node);
        }
    }

    private int nearestNode(Coordinate place) {
        int nearest = 0;
        for (int node = 1; node < mesh.nodeCount(); node++) {
            if (mesh.node(node).distance(place) < mesh.node(nearest).distance(place)) {
                nearest = node;
            }
        }
        return nearest;
    }

    /** Ties every piece that hangs loose to the root's piece. */
    private void connect(int root, Walks walks) {
        boolean[] reached = new boolean[mesh.nodeCount()];
        flood(root, reached);
        for (int edge = 0; edge < kinds.length; edge++) {
            if (kinds[edge] != null && !reached[mesh.from(edge)]) {
                int node = mesh.from(edge);
                while (!reached[node]) {
                    int way = walks.via(node);
                    if (kinds[way] == null) {
                        kinds[way] = RoadKind.LANE;
                    }
                    node = mesh.otherEnd(way, node);
                }
                flood(mesh.from(edge), reached);
            }
        }
    }

    private void flood(int start, boolean[] reached) {
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        reached[start] = true;
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int edge : mesh.edgesAt(node)) {
                int next = mesh.otherEnd(edge, node);
                if (kinds[edge] != null && !reached[next]) {
                    reached[next] = true;
                    queue.add(next);
                }
            }
        }
    }

    /** The kind of road on the edge, or null where there is none. */
    RoadKind kind(int edge) {
        return kinds[edge];
    }

    List<Spur> spurs() {
        return spurs;
    }

    /** Whether a road passes the node. */
    boolean passes(int node) {
        return Arrays.stream(mesh.edgesAt(node)).anyMatch(edge -> kinds[edge] != null);
    }
}
