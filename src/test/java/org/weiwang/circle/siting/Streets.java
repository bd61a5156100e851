package org.weiwang.circle.siting;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.weiwang.circle.network.NetworkAssembly;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.geo.LonLat;

/** A few blocks of some 100 m, with streets missing and flights of steps. */
final class Streets {
    private static final int SIDE = 5;
    private static final int LON = 1_040_000_000;
    private static final int LAT = 306_000_000;
    private static final int BLOCK = 10_000;

    private Streets() {}

    static WalkNetwork random(SplittableRandom random) {
        int[] x = new int[SIDE * SIDE];
        int[] y = new int[SIDE * SIDE];
        NetworkAssembly assembly = new NetworkAssembly();
        for (int node = 0; node < x.length; node++) {
            x[node] = LON + node % SIDE * BLOCK + random.nextInt(BLOCK / 2);
            y[node] = LAT + node / SIDE * BLOCK + random.nextInt(BLOCK / 2);
            if (node % SIDE > 0 && random.nextInt(4) > 0) {
                add(assembly, node - 1, node, x, y, random);
            }
            if (node >= SIDE && random.nextInt(4) > 0) {
                add(assembly, node - SIDE, node, x, y, random);
            }
        }
        return assembly.build(0, 0, 0).network();
    }

    private static void add(
            NetworkAssembly assembly, int from, int to, int[] x, int[] y, SplittableRandom random) {
        int[] path = {x[from], y[from], x[to], y[to]};
        assembly.add(from, to, path, random.nextInt(8) == 0);
    }

    /** One street without a crossing, of 479 m. */
    static WalkNetwork one() {
        NetworkAssembly assembly = new NetworkAssembly();
        assembly.add(1, 2, new int[] {LON, LAT, LON + 5 * BLOCK, LAT}, false);
        return assembly.build(0, 0, 0).network();
    }

    /** Points among the streets and beyond them. */
    static List<LonLat> points(int count, SplittableRandom random) {
        return Stream.generate(() -> point(random)).limit(count).toList();
    }

    private static LonLat point(SplittableRandom random) {
        int extent = (SIDE + 1) * BLOCK;
        return new LonLat(
                (LON + random.nextInt(extent)) / 1e7, (LAT + random.nextInt(extent)) / 1e7);
    }
}
