package org.weiwang.circle.siting;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The greatest of many values, so many of them, each with a number. Not thread-safe. */
final class Greatest {
    private record Entry(long value, int number) {}

    /** Of equal values the one with the smaller number is the greater. */
    private static final Comparator<Entry> LEAST_FIRST =
            Comparator.comparingLong(Entry::value)
                    .thenComparing(Comparator.comparingInt(Entry::number).reversed());

    private final int most;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(LEAST_FIRST);

    Greatest(int most) {
        this.most = most;
    }

    /** The order of adding does not matter. */
    void add(long value, int number) {
        Entry entry = new Entry(value, number);
        if (entries.size() < most) {
            entries.add(entry);
        } else if (LEAST_FIRST.compare(entry, entries.peek()) > 0) {
            entries.remove();
            entries.add(entry);
        }
    }

    long sum() {
        return entries.stream().mapToLong(Entry::value).sum();
    }

    /** Those of the greatest values first. */
    int[] numbers() {
        return entries.stream().sorted(LEAST_FIRST.reversed()).mapToInt(Entry::number).toArray();
    }
}
