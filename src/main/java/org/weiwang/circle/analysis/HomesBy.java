package org.weiwang.circle.analysis;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Homes put together by something that each has, such as the edge it comes onto: in each part they
 * are in the order of their numbers. Immutable and thread-safe.
 */
final class HomesBy {
    private final int[] first;
    private final int[] homes;

    /**
     * @param parts how many there are, numbered from 0
     * @param partOf the part that a home belongs to, below 0 where to none
     */
    HomesBy(int homes, int parts, IntUnaryOperator partOf) {
        this.first = new int[parts + 1];
        for (int home = 0; home < homes; home++) {
            int part = partOf.applyAsInt(home);
            if (part >= 0) {
                first[part + 1]++;
            }
        }
        for (int part = 0; part < parts; part++) {
            first[part + 1] += first[part];
        }
        this.homes = new int[first[parts]];
        int[] next = first.clone();
        for (int home = 0; home < homes; home++) {
            int part = partOf.applyAsInt(home);
            if (part >= 0) {
                this.homes[next[part]++] = home;
            }
        }
    }

    /** How many homes a part has. */
    int count(int part) {
        return first[part + 1] - first[part];
    }

    /** The homes of a part. */
    IntStream of(int part) {
        return Arrays.stream(homes, first[part], first[part + 1]);
    }
}
