package org.weiwang.grid.raster;

import java.util.Arrays;

/** A few numbers of parts, ascending. Not thread-safe. */
final class PartSet {
    /** No part. */
    static final int NONE = Integer.MAX_VALUE;

    private int[] parts = new int[4];
    private int size;

    PartSet() {}

    PartSet(PartSet other) {
        parts = other.parts.clone();
        size = other.size;
    }

    /** Takes the part out if it is in, else in. */
    void toggle(int part) {
        int at = indexOf(part);
        if (at >= 0) {
            System.arraycopy(parts, at + 1, parts, at, --size - at);
            return;
        }
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, 2 * size);
        }
        System.arraycopy(parts, ~at, parts, ~at + 1, size++ - ~at);
        parts[~at] = part;
    }

    void add(int part) {
        if (!contains(part)) {
            toggle(part);
        }
    }

    boolean contains(int part) {
        return indexOf(part) >= 0;
    }

    /** Negative when the part is not in. */
    int indexOf(int part) {
        return Arrays.binarySearch(parts, 0, size, part);
    }

    int size() {
        return size;
    }

    int get(int index) {
        return parts[index];
    }

    /** The smallest part, or {@link #NONE}. */
    int first() {
        return size == 0 ? NONE : parts[0];
    }

    /** The smallest part that is not in the other set, or {@link #NONE}. */
    int firstNotIn(PartSet other) {
        for (int i = 0; i < size; i++) {
            if (!other.contains(parts[i])) {
                return parts[i];
            }
        }
        return NONE;
    }
}
