package org.weiwang.circle.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.weiwang.circle.network.BuiltNetwork;
import org.weiwang.circle.network.NetworkAssembly;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.geo.LonLat;

/**
 * Networks without regard to the field: islands, several edges between two nodes, edges that come
 * back to their node, edges that cost nothing, steps.
 */
public final class RandomNetwork {
    private static final int LON = 1_040_000_000;
    private static final int LAT = 306_000_000;

    private RandomNetwork() {}

    /**
     * @param extent of the square in which nodes lie, in ten-millionths of a degree, each 10 mm
     */
    public static BuiltNetwork of(int nodes, int edges, int extent, SplittableRandom random) {
        int[] x = random.ints(nodes, LON, LON + extent).toArray();
        int[] y = random.ints(nodes, LAT, LAT + extent).toArray();
        NetworkAssembly assembly = new NetworkAssembly();
        for (int i = 0; i < edges; i++) {
            int from = random.nextInt(nodes);
            int to = random.nextInt(4) == 0 ? random.nextInt(nodes) : near(from, nodes, random);
            int bendX = random.nextInt(LON, LON + extent);
            int bendY = random.nextInt(LAT, LAT + extent);
            int[] path =
                    random.nextInt(3) == 0
                            ? new int[] {x[from], y[from], bendX, bendY, x[to], y[to]}
                            : new int[] {x[from], y[from], x[to], y[to]};
            assembly.add(from, to, path, random.nextInt(6) == 0);
        }
        return assembly.build(edges, 0, 0);
    }

    private static int near(int node, int nodes, SplittableRandom random) {
        return Math.floorMod(node + random.nextInt(-2, 3), nodes);
    }

    /** Points in and around the network, and some exactly on it. */
    public static List<LonLat> points(
            int count, int extent, WalkNetwork network, SplittableRandom random) {
        List<LonLat> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int edge = network.edgeCount() == 0 ? -1 : random.nextInt(network.edgeCount());
            points.add(
                    edge >= 0 && random.nextInt(3) == 0
                            ? network.point(edge, random.nextInt(network.pointCount(edge)))
                            : new LonLat(
                                    (LON + random.nextInt(extent)) / 1e7,
                                    (LAT + random.nextInt(extent)) / 1e7));
        }
        return points;
    }
}
