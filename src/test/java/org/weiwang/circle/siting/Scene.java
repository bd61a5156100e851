package org.weiwang.circle.siting;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Candidates and homes in a square, each candidate covering what lies near; by a seed. */
record Scene(int[][] homesOf, int[] households, int sites, OptionalInt capacity) {
    static Scene random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int homes = random.nextInt(30);
        int candidates = 1 + random.nextInt(9);
        double radius = random.nextDouble(0.05, 0.5);
        int sites = 1 + random.nextInt(Math.min(candidates, 4));
        OptionalInt capacity =
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(60));
        return near(candidates, homes, radius, sites, capacity, random);
    }

    /** Of {@code households} from 0 to 19. */
    static Scene near(
            int candidates,
            int homes,
            double radius,
            int sites,
            OptionalInt capacity,
            SplittableRandom random) {
        double[] x = random.doubles(candidates + homes).toArray();
        double[] y = random.doubles(candidates + homes).toArray();
        int[][] homesOf = new int[candidates][];
        for (int c = 0; c < candidates; c++) {
            int candidate = homes + c;
            homesOf[c] =
                    IntStream.range(0, homes)
                            .filter(
                                    home ->
                                            Math.hypot(
                                                            x[home] - x[candidate],
                                                            y[home] - y[candidate])
                                                    <= radius)
                            .toArray();
        }
        return new Scene(homesOf, random.ints(homes, 0, 20).toArray(), sites, capacity);
    }

    Coverage coverage() {
        return new Coverage(households.length, homesOf);
    }

    Choice solve() {
        return Siting.solve(coverage(), households, sites, capacity);
    }

    Choice solve(Deadline deadline) {
        return new Siting(coverage(), households, sites, capacity, deadline).choose();
    }

    /** The most that as many sites serve, of all choices. */
    long best() {
        return IntStream.range(0, 1 << homesOf.length)
                .filter(set -> Integer.bitCount(set) == sites)
                .mapToLong(this::served)
                .max()
                .orElseThrow();
    }

    /**
     * How many households the sites of a set serve, by the cut that is least: of all their subsets
     * the capacities of the subset's, and the households that the others cover.
     *
     * @param set a bit for each candidate
     */
    long served(int set) {
        if (capacity.isEmpty()) {
            return covered(set);
        }
        long least = Long.MAX_VALUE;
        for (int full = set; ; full = full - 1 & set) {
            long capacities = (long) Integer.bitCount(full) * capacity.getAsInt();
            least = Math.min(least, capacities + covered(set & ~full));
            if (full == 0) {
                return least;
            }
        }
    }

    private long covered(int set) {
        return IntStream.range(0, homesOf.length)
                .filter(candidate -> (set >> candidate & 1) == 1)
                .flatMap(candidate -> Arrays.stream(homesOf[candidate]))
                .distinct()
                .mapToLong(home -> households[home])
                .sum();
    }
}
