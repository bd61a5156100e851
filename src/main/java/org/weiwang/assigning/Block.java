package org.weiwang.assigning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some whole rows on their way through: what was read, and what came of it. Used again and again,
 * by one thread at a time.
 */
final class Block {
    /**
     * Of the shortest rows, a block may hold so many that their answers are a hundred times as
     * large. This many rows of common length fill it.
     */
    static final int MOST_ROWS = 1 << 14;

    /** A row that can't be understood, by its number within the block, from 0. */
    record Reject(long number, String reason, String row) {}

    /** The rows are the first {@link #length} of these. */
    byte[] bytes = new byte[0];

    int length;

    final Bytes out = new Bytes(1 << 10);
    final List<Reject> rejects = new ArrayList<>();
    final long[] outcomes = new long[RowOutcome.values().length];

    /** Rows in the block. */
    long rows;

    /** What numbers go up by in the block: its lines, or its elements. */
    long numbers;

    void clear() {
        length = 0;
        out.clear();
        rejects.clear();
        Arrays.fill(outcomes, 0);
        rows = 0;
        numbers = 0;
    }
}
