package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.algorithm.Distance;
import org.weiwang.demo.mesh.Mesh;

/**
 * Where people live in each micro grid: in the blocks of a town, or in hamlets, each of which fills
 * one cell and hangs on the road by a lane.
 */
final class Settlement {
    private static final int FEWEST = 32;
    private static final int MOST = 78;

    /** A hamlet's house has about so many square metres of its cell. */
    private static final double GROUND_PER_HOUSE = 420;

    private static final int HAMLET_MOST = 26;

    /** A town cell's middle is built on only so near to a street or lane, in metres. */
    private static final double NEAR = 48;

    private final Ground ground;
    private final SplittableRandom random;
    private final int[] targets;
    private final List<List<Integer>> blocks = new ArrayList<>();
    private final List<List<Integer>> hamlets = new ArrayList<>();

    Settlement(Ground ground, SplittableRandom random) {
        this.ground = ground;
        this.random = random;
        this.targets = new int[ground.cells().size()];
        for (int micro = 0; micro < targets.length; micro++) {
            settle(micro);
        }
    }

    private void settle(int micro) {
        List<Integer> cells = ground.cells().get(micro);
        double middle = 0.5 + 0.5 * (random.nextDouble() - random.nextDouble());
        targets[micro] = (int) (FEWEST + (MOST - FEWEST) * middle);
        List<Integer> built = cells.stream().filter(c -> ground.inTown(c) && isServed(c)).toList();
        if (2 * built.size() >= cells.size()) {
            blocks.add(built);
            hamlets.add(List.of());
        } else {
            blocks.add(List.of());
            hamlets.add(hamlets(cells, targets[micro]));
        }
    }

    private List<Integer> hamlets(List<Integer> cells, int households) {
        List<Integer> order = new ArrayList<>(cells);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        List<Integer> chosen = new ArrayList<>();
        int room = 0;
        for (int cell : order) {
            if (room >= households) {
                break;
            }
            chosen.add(cell);
            room += capacity(cell);
        }
        return chosen;
    }

    /** How many houses a hamlet in the cell may have. */
    int capacity(int cell) {
        double area = ground.mesh().polygon(cell).getArea();
        return (int) Math.max(2, Math.min(HAMLET_MOST, area / GROUND_PER_HOUSE));
    }

    /** Whether a street or lane runs along the cell, or near it along one of its neighbours. */
    private boolean isServed(int cell) {
        if (isNearRoad(cell, cell)) {
            return true;
        }
        for (int i = 0; i < ground.mesh().degree(cell); i++) {
            int next = ground.mesh().neighbour(cell, i);
            if (next != Mesh.OUTSIDE && isNearRoad(cell, next)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNearRoad(int cell, int around) {
        Mesh mesh = ground.mesh();
        for (int i = 0; i < mesh.degree(around); i++) {
            int edge = mesh.edge(around, i);
            if (isRoad(edge)
                    && Distance.pointToSegment(
                                    mesh.middle(cell),
                                    mesh.node(mesh.from(edge)),
                                    mesh.node(mesh.to(edge)))
                            < NEAR) {
                return true;
            }
        }
        return false;
    }

    private boolean isRoad(int edge) {
        return ground.streets().isStreet(edge) || ground.streets().isLane(edge);
    }

    /** About how many households the micro grid is to have. */
    int target(int micro) {
        return targets[micro];
    }

    boolean isUrban(int micro) {
        return !blocks.get(micro).isEmpty();
    }

    /** The cells of an urban micro grid that can be built on. */
    List<Integer> blocks(int micro) {
        return blocks.get(micro);
    }

    /** The cells of a rural micro grid that hold a hamlet. */
    List<Integer> hamlets(int micro) {
        return hamlets.get(micro);
    }
}
