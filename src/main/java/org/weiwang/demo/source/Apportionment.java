package org.weiwang.demo.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Hands out a whole number of things in proportion to weights. */
public final class Apportionment {
    private Apportionment() {}

    /**
     * Shares that add up to the total, each at least the minimum; the rest goes by highest
     * averages, ties to the lower index.
     *
     * @throws IllegalArgumentException when the total does not suffice for the minimum
     */
    public static int[] of(int total, double[] weights, int minimum) {
        if (total < minimum * weights.length) {
            throw new IllegalArgumentException(
                    total + " cannot give " + minimum + " to each of " + weights.length);
        }
        int[] shares = new int[weights.length];
        Arrays.fill(shares, minimum);
        PriorityQueue<Integer> next =
                new PriorityQueue<>(
                        Comparator.comparingDouble((Integer i) -> -weights[i] / (shares[i] + 0.5))
                                .thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < shares.length; i++) {
            next.add(i);
        }
        for (int left = total - minimum * shares.length; left > 0; left--) {
            int best = next.remove();
            shares[best]++;
            next.add(best);
        }
        return shares;
    }
}
