package org.weiwang.address.match;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Numbers under hashes, packed: the hash in the high half of a long, the number in the low one. */
final class Hashes {
    private long[] entries;
    private int size;

    Hashes(int expected) {
        entries = new long[Math.max(expected, 16)];
    }

    void add(int hash, int number) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size + (size >> 1));
        }
        entries[size++] = (long) hash << Integer.SIZE | number;
    }

    long[] sorted() {
        long[] sorted = Arrays.copyOf(entries, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Takes the numbers under a hash. */
    static void forEach(long[] sorted, int hash, IntConsumer taker) {
        int at = Arrays.binarySearch(sorted, (long) hash << Integer.SIZE);
        for (int i = at < 0 ? ~at : at; i < sorted.length; i++) {
            if ((int) (sorted[i] >> Integer.SIZE) != hash) {
                return;
            }
            taker.accept((int) sorted[i]);
        }
    }
}
