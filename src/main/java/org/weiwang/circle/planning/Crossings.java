package org.weiwang.circle.planning;

import java.util.stream.IntStream;

/** The households that come to be served, and those that are no more, by group. */
final class Crossings {
    private final long[] gained;
    private final long[] lost;

    Crossings(int groups) {
        this.gained = new long[groups];
        this.lost = new long[groups];
    }

    void add(int group, long households, boolean isServed) {
        (isServed ? gained : lost)[group] += households;
    }

    long gained(int group) {
        return gained[group];
    }

    long lost(int group) {
        return lost[group];
    }

    /** The groups where there are any, ascending. */
    IntStream groups() {
        return IntStream.range(0, gained.length).filter(group -> gained[group] + lost[group] > 0);
    }
}
