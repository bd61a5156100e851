package org.weiwang.grid.raster;

import java.util.Arrays;

/** An array of ints that grows. Not thread-safe. */
final class Ints {
    private int[] values = new int[8];
    private int size;

    /**
     * @return where the places begin that are added
     */
    int reserve(int places) {
        int at = size;
        size += places;
        if (size > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, size));
        }
        return at;
    }

    void set(int at, int value) {
        values[at] = value;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
