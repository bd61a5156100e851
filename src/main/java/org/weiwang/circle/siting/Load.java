package org.weiwang.circle.siting;

/**
 * What a site gathers at given prices: of the households of the homes that it covers the cheapest,
 * up to its capacity.
 *
 * @param worth what the prices leave of each household gathered, in 4096ths of a household
 * @param dearest the highest price at which households are gathered
 * @param part of the households at that price which are gathered
 */
record Load(long worth, int dearest, double part) {
    /** The price of a household that is worth nothing to a site; prices are from 0 to this. */
    static final int FULL_PRICE = 4096;

    /**
     * @param homes in which the covered ones stand from {@code begin} to before {@code end}
     * @param prices of each home's households
     * @param households of each home
     * @param capacity in households
     */
    static Load of(int[] homes, int begin, int end, int[] prices, int[] households, long capacity) {
        long count = 0;
        long worth = 0;
        for (int i = begin; i < end; i++) {
            int home = homes[i];
            count += households[home];
            worth += (long) (FULL_PRICE - prices[home]) * households[home];
        }
        if (count <= capacity) {
            return new Load(worth, FULL_PRICE, 0);
        }
        long[] atPrice = new long[FULL_PRICE + 1];
        for (int i = begin; i < end; i++) {
            atPrice[prices[homes[i]]] += households[homes[i]];
        }
        return cheapest(atPrice, capacity);
    }

    private static Load cheapest(long[] atPrice, long capacity) {
        long rest = capacity;
        long worth = 0;
        int price = 0;
        while (price < FULL_PRICE && atPrice[price] <= rest) {
            rest -= atPrice[price];
            worth += (FULL_PRICE - price) * atPrice[price];
            price++;
        }
        double part = price < FULL_PRICE ? (double) rest / atPrice[price] : 0;
        return new Load(worth + (FULL_PRICE - price) * rest, price, part);
    }

    /** How much of the households at a price is gathered, from 0 to 1. */
    double share(int price) {
        if (price == dearest) {
            return part;
        }
        return price < dearest ? 1 : 0;
    }
}
