package org.weiwang.circle.siting;

import java.util.Arrays;

/**
 * Which homes each candidate covers, in packed arrays both ways: eight bytes for each pair of a
 * candidate and a home. Candidates and homes are numbered from 0. Immutable and thread-safe.
 */
public final class Coverage {
    private final int homeCount;

    /** Where each candidate's homes begin in {@link #homes}, and where the last one's end. */
    final int[] firstHome;

    /** In ascending order for each candidate. */
    final int[] homes;

    /** Where each home's candidates begin in {@link #candidates}, and where the last one's end. */
    final int[] firstCandidate;

    /** In ascending order for each home. */
    final int[] candidates;

    /**
     * @param homeCount how many homes there are
     * @param homesOf of each candidate the homes that it covers, in ascending order, each once
     * @throws IllegalArgumentException when homes are out of order or out of range, or there are
     *     2<sup>31</sup> pairs or more
     */
    public Coverage(int homeCount, int[][] homesOf) {
        this.homeCount = homeCount;
        this.firstHome = new int[homesOf.length + 1];
        this.firstCandidate = new int[homeCount + 1];
        long pairs = Arrays.stream(homesOf).mapToLong(row -> row.length).sum();
        if (pairs > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(pairs + " pairs of a candidate and a home");
        }
        this.homes = new int[(int) pairs];
        this.candidates = new int[(int) pairs];
        for (int candidate = 0; candidate < homesOf.length; candidate++) {
            int[] row = homesOf[candidate];
            requireAscending(candidate, row);
            System.arraycopy(row, 0, homes, firstHome[candidate], row.length);
            firstHome[candidate + 1] = firstHome[candidate] + row.length;
        }
        turnAround();
    }

    private void requireAscending(int candidate, int[] row) {
        int last = -1;
        for (int home : row) {
            if (home <= last || home >= homeCount) {
                throw new IllegalArgumentException(
                        "candidate %d covers home %d after %d, of %d homes"
                                .formatted(candidate, home, last, homeCount));
            }
            last = home;
        }
    }

    private void turnAround() {
        for (int home : homes) {
            firstCandidate[home + 1]++;
        }
        for (int home = 0; home < homeCount; home++) {
            firstCandidate[home + 1] += firstCandidate[home];
        }
        int[] next = firstCandidate.clone();
        for (int candidate = 0; candidate < candidateCount(); candidate++) {
            for (int i = firstHome[candidate]; i < firstHome[candidate + 1]; i++) {
                candidates[next[homes[i]]++] = candidate;
            }
        }
    }

    public int candidateCount() {
        return firstHome.length - 1;
    }

    public int homeCount() {
        return homeCount;
    }

    /** How many pairs of a candidate and a home that it covers there are. */
    public int pairCount() {
        return homes.length;
    }
}
