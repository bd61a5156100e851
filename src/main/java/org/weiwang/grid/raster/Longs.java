package org.weiwang.grid.raster;

import java.util.Arrays;

/** An array of longs that grows. Not thread-safe. */
final class Longs {
    private long[] values = new long[8];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    long get(int at) {
        return values[at];
    }

    void set(int at, long value) {
        values[at] = value;
    }

    int size() {
        return size;
    }

    /** Forgets all values from there on. */
    void cut(int newSize) {
        size = newSize;
    }

    void sort() {
        Arrays.sort(values, 0, size);
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
