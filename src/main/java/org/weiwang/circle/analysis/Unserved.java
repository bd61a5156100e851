package org.weiwang.circle.analysis;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The homes that one category does not serve, those off the network among them. Takes one bit for
 * each home of the city. Immutable and thread-safe.
 */
public final class Unserved {
    private final String category;
    private final BitSet homes;

    /**
     * @param costs of all homes
     * @param limit what costs exactly that is served
     */
    Unserved(String category, int[] costs, int limit) {
        this.category = category;
        this.homes = new BitSet(costs.length);
        for (int home = 0; home < costs.length; home++) {
            homes.set(home, costs[home] > limit);
        }
    }

    public String category() {
        return category;
    }

    public int size() {
        return homes.cardinality();
    }

    /** Their numbers in the city, ascending. */
    public IntStream homes() {
        return homes.stream();
    }
}
