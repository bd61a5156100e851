package org.weiwang.circle.siting;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The blocks of a row in an order of which any beginning lies everywhere: by their numbers with the
 * bits reversed. Thread-safe.
 */
final class ScatteredBlocks {
    private final int length;
    private final int block;
    private final int bits;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param length of the row; below 2<sup>30</sup>
     * @param block how long a block is; the last may be shorter
     */
    ScatteredBlocks(int length, int block) {
        this.length = length;
        this.block = block;
        int last = Math.max(0, length - 1) / block;
        this.bits = Integer.SIZE - Integer.numberOfLeadingZeros(last);
    }

    /** Where the next block begins, each once; then the length. */
    int next() {
        for (int number; (number = turn.getAndIncrement()) < 1 << bits; ) {
            int begin = block * (Integer.reverse(number) >>> Integer.SIZE - bits);
            if (begin < length) {
                return begin;
            }
        }
        return length;
    }
}
