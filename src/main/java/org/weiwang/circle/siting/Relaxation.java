package org.weiwang.circle.siting;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An upper bound of how many households any choice of sites can serve, from prices of the homes'
 * households: a household that is served counts with its price, which is part of the sum of all
 * prices, and with the rest up to one at the site that serves it, where a site gathers no more than
 * its worth, and so many sites no more than the so many greatest worths. That holds for any prices;
 * they are moved, after Held and Karp, to where the bound is low.
 *
 * <p>Prices are whole 4096ths and all sums are of whole numbers, so that nothing is rounded but the
 * bound, down to whole households. Works on the common pool; the outcome is the same on any number
 * of processors. Not thread-safe, but for {@link #worth}.
 */
final class Relaxation {
    /** Pairs of a candidate and a home that are looked at in all rounds together. */
    private static final long WORK = 4_000_000_000L;

    private static final int FEWEST_ROUNDS = 20;
    private static final int MOST_ROUNDS = 600;

    /** After so many rounds that don't lower the bound, steps are halved. */
    private static final int PATIENCE = 20;

    private static final double SHORTEST_STEP = 0.002;

    /** How much the last round counts for the direction; the rest is that of the rounds before. */
    private static final double FRESH = 0.2;

    /**
     * Prices and what comes of them.
     *
     * @param value the bound, in 4096ths of a household
     * @param picked the sites of greatest worth
     */
    private record Point(int[] prices, long value, int[] picked) {}

    private final Coverage coverage;
    private final int[] households;
    private final int sites;
    private final long capacity;
    private final long[] worths;
    private Point best;

    /** Starts from prices of nothing: no site gathers more than its capacity. */
    Relaxation(Coverage coverage, int[] households, int sites, long capacity) {
        this.coverage = coverage;
        this.households = households;
        this.sites = sites;
        this.capacity = capacity;
        this.worths = new long[coverage.candidateCount()];
        this.best = at(new int[households.length]);
    }

    /** In households, rounded down. */
    long bound() {
        return best.value / Load.FULL_PRICE;
    }

    /** The sites of greatest worth where the bound is lowest. */
    int[] picked() {
        return best.picked;
    }

    /** So many candidates of the greatest worth where the bound is lowest. */
    int[] likeliest(int count) {
        Greatest greatest = new Greatest(count);
        for (int candidate = 0; candidate < worths.length; candidate++) {
            greatest.add(load(candidate, best.prices).worth(), candidate);
        }
        return greatest.numbers();
    }

    int candidateCount() {
        return worths.length;
    }

    /** The sum of all prices where the bound is lowest, in 4096ths of a household. */
    long sumOfPrices() {
        return sum(best.prices);
    }

    /**
     * The worth, where the bound is lowest, of a site that covers some homes, in 4096ths of a
     * household.
     *
     * @param homes in which these stand from {@code begin} to before {@code end}
     */
    long worth(int[] homes, int begin, int end) {
        return Load.of(homes, begin, end, best.prices, households, capacity).worth();
    }

    /**
     * Looks at the prices that a choice of sites leads to: nothing for households that a further
     * site could serve or take with profit, and the full price for the rest.
     */
    void startFrom(Service service) {
        int[] unserved = service.unserved();
        int[] exchangeable = service.exchangeable();
        int[] prices = new int[households.length];
        for (int home = 0; home < prices.length; home++) {
            if (households[home] > 0) {
                long takeable = (long) unserved[home] + exchangeable[home];
                long free = Load.FULL_PRICE * takeable / households[home];
                prices[home] = (int) (Load.FULL_PRICE - free);
            }
        }
        keepIfBetter(at(prices));
    }

    /**
     * Lowers the bound, in so many rounds that the work is limited.
     *
     * @param served how many households a known choice serves, below which no bound can be
     * @param deadline from which on there are no further rounds
     */
    void lower(long served, Deadline deadline) {
        long rounds = WORK / (coverage.pairCount() + 1L);
        rounds = Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, rounds));
        Point now = best;
        double[] position = Arrays.stream(now.prices).asDoubleStream().toArray();
        double[] direction = overServed(now);
        double step = 1;
        int idle = 0;
        for (long round = 0;
                round < rounds && bound() > served && step > SHORTEST_STEP && !deadline.isOver();
                round++) {
            move(position, direction, step * (now.value - (double) served * Load.FULL_PRICE));
            now = at(Arrays.stream(position).mapToInt(price -> (int) Math.rint(price)).toArray());
            idle = keepIfBetter(now) ? 0 : idle + 1;
            if (idle == PATIENCE) {
                idle = 0;
                step /= 2;
                now = best;
                position = Arrays.stream(now.prices).asDoubleStream().toArray();
            }
            double[] tooMany = overServed(now);
            for (int home = 0; home < direction.length; home++) {
                direction[home] = FRESH * tooMany[home] + (1 - FRESH) * direction[home];
            }
        }
    }

    private boolean keepIfBetter(Point point) {
        boolean isBetter = point.value < best.value;
        if (isBetter) {
            best = point;
        }
        return isBetter;
    }

    private Point at(int[] prices) {
        IntStream.range(0, worths.length)
                .parallel()
                .forEach(candidate -> worths[candidate] = load(candidate, prices).worth());
        Greatest greatest = new Greatest(sites);
        for (int candidate = 0; candidate < worths.length; candidate++) {
            greatest.add(worths[candidate], candidate);
        }
        return new Point(prices, sum(prices) + greatest.sum(), greatest.numbers());
    }

    private Load load(int candidate, int[] prices) {
        int begin = coverage.firstHome[candidate];
        int end = coverage.firstHome[candidate + 1];
        return Load.of(coverage.homes, begin, end, prices, households, capacity);
    }

    private long sum(int[] prices) {
        long sum = 0;
        for (int home = 0; home < prices.length; home++) {
            sum += (long) prices[home] * households[home];
        }
        return sum;
    }

    /** Of each home how many households the picked sites gather beyond those that there are. */
    private double[] overServed(Point point) {
        double[] tooMany = new double[households.length];
        for (int home = 0; home < tooMany.length; home++) {
            tooMany[home] = -households[home];
        }
        for (int candidate : point.picked) {
            Load load = load(candidate, point.prices);
            int end = coverage.firstHome[candidate + 1];
            for (int i = coverage.firstHome[candidate]; i < end; i++) {
                int home = coverage.homes[i];
                tooMany[home] += households[home] * load.share(point.prices[home]);
            }
        }
        return tooMany;
    }

    /** Raises the prices of what was gathered too often, as far as Polyak's rule has it. */
    private void move(double[] position, double[] direction, double gap) {
        double norm = 0;
        for (int home = 0; home < position.length; home++) {
            if (canMove(home, position[home], direction[home])) {
                norm += direction[home] * direction[home] / households[home];
            }
        }
        for (int home = 0; home < position.length; home++) {
            if (canMove(home, position[home], direction[home])) {
                double moved = position[home] + gap / norm * direction[home] / households[home];
                position[home] = Math.max(0, Math.min(Load.FULL_PRICE, moved));
            }
        }
    }

    private boolean canMove(int home, double position, double direction) {
        return households[home] > 0
                && (direction < 0 && position > 0 || direction > 0 && position < Load.FULL_PRICE);
    }
}
