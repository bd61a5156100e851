package org.weiwang.bench;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.weiwang.circle.siting.Choice;
import org.weiwang.circle.siting.Coverage;
import org.weiwang.circle.siting.Siting;

/**
 * A question of where to build.
 *
 * @param homesOf of each candidate the homes that it covers
 * @param households of each home
 */
record SitingInstance(
        String name, int[][] homesOf, int[] households, int sites, OptionalInt capacity) {

    /** Candidates and homes anywhere in a square, each covering what lies within the radius. */
    static SitingInstance inSquare(
            int candidates, int homes, double radius, int sites, OptionalInt capacity, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(candidates + homes).toArray();
        double[] y = random.doubles(candidates + homes).toArray();
        int[][] homesOf =
                IntStream.range(homes, homes + candidates)
                        .mapToObj(
                                c ->
                                        IntStream.range(0, homes)
                                                .filter(
                                                        i ->
                                                                Math.hypot(x[i] - x[c], y[i] - y[c])
                                                                        <= radius)
                                                .toArray())
                        .toArray(int[][]::new);
        int[] households = random.ints(homes, 1, 40).toArray();
        return new SitingInstance("square " + seed, homesOf, households, sites, capacity);
    }

    Choice solve() {
        return Siting.solve(new Coverage(households.length, homesOf), households, sites, capacity);
    }

    long pairs() {
        return IntStream.range(0, homesOf.length).mapToLong(i -> homesOf[i].length).sum();
    }
}
