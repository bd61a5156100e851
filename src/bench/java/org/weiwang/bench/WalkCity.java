package org.weiwang.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.shape.fractal.HilbertCode;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.NetworkAssembly;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.geo.LonLat;

/**
 * A city of a million crossings, some 60 m apart and moved about, three in four neighbours joined;
 * and facilities all over it.
 */
final class WalkCity {
    private static final int SIDE = 1_005;
    private static final int LON = 1_030_000_000;
    private static final int LAT = 300_000_000;

    /** 60 m. */
    private static final int EAST = 6_240;

    private static final int NORTH = 5_410;

    private static final double FARTHEST = 200;

    private final SplittableRandom random = new SplittableRandom(2018);

    WalkNetwork network() {
        int[] place = new int[2 * SIDE * SIDE];
        for (int node = 0; node < SIDE * SIDE; node++) {
            place[2 * node] = LON + node % SIDE * EAST + random.nextInt(EAST * 2 / 3);
            place[2 * node + 1] = LAT + node / SIDE * NORTH + random.nextInt(NORTH * 2 / 3);
        }
        NetworkAssembly assembly = new NetworkAssembly();
        for (int node = 0; node < SIDE * SIDE; node++) {
            if (node % SIDE > 0) {
                join(node - 1, node, place, assembly);
            }
            if (node >= SIDE) {
                join(node - SIDE, node, place, assembly);
            }
        }
        return assembly.build(0, 0, 0).network();
    }

    private void join(int from, int to, int[] place, NetworkAssembly assembly) {
        if (random.nextInt(4) > 0) {
            int[] path = {place[2 * from], place[2 * from + 1], place[2 * to], place[2 * to + 1]};
            assembly.add(from, to, path, false);
        }
    }

    /** Points anywhere in the city, from neighbour to neighbour as lists of addresses mostly go. */
    Snaps places(int count, EdgeIndex index) {
        List<LonLat> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(
                    new LonLat(
                            (LON + random.nextDouble() * SIDE * EAST) / 1e7,
                            (LAT + random.nextDouble() * SIDE * NORTH) / 1e7));
        }
        points.sort(Comparator.comparingInt(WalkCity::alongCurve));
        return index.snap(points, FARTHEST);
    }

    private static int alongCurve(LonLat point) {
        int x = (int) ((point.lon() * 1e7 - LON) / EAST);
        int y = (int) ((point.lat() * 1e7 - LAT) / NORTH);
        return HilbertCode.encode(10, x, y);
    }

    /** Facilities of one entrance each. */
    Destinations destinations(int count, EdgeIndex index, WalkCosts costs) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return new Destinations(costs, places(count, index), numbers);
    }
}
