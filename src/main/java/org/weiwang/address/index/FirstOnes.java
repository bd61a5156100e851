package org.weiwang.address.index;

import java.util.stream.IntStream;

/** The first documents, and how many there are. */
final class FirstOnes extends Collecting {
    private final int limit;
    private final IntStream.Builder documents = IntStream.builder();

    /**
     * @param limit how many to keep
     * @param counted how many to count at least
     */
    FirstOnes(int limit, int counted) {
        super(Math.max(limit, counted));
        this.limit = limit;
    }

    /** To be called once, when all is taken. */
    int[] documents() {
        return documents.build().toArray();
    }

    @Override
    protected void take(int document) {
        if (taken() <= limit) {
            documents.add(base + document);
        }
    }
}
