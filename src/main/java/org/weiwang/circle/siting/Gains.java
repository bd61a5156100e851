package org.weiwang.circle.siting;

import java.util.BitSet;

/** What each candidate could add to a service. Not thread-safe. */
final class Gains {
    private final long capacity;
    private final Around unserved;
    private final Around exchangeable;
    private long mostExchanged;

    /** Numbers of homes, and of each candidate their sum over the homes that it covers. */
    private static final class Around {
        final Coverage coverage;
        final long[] sums;
        int[] ofHomes;

        Around(Coverage coverage) {
            this.coverage = coverage;
            this.sums = new long[coverage.candidateCount()];
            this.ofHomes = new int[coverage.homeCount()];
        }

        void update(int[] now) {
            for (int home = 0; home < now.length; home++) {
                int change = now[home] - ofHomes[home];
                if (change != 0) {
                    int end = coverage.firstCandidate[home + 1];
                    for (int i = coverage.firstCandidate[home]; i < end; i++) {
                        sums[coverage.candidates[i]] += change;
                    }
                }
            }
            ofHomes = now;
        }
    }

    Gains(Coverage coverage, long capacity) {
        this.capacity = capacity;
        this.unserved = new Around(coverage);
        this.exchangeable = new Around(coverage);
    }

    void update(Service service) {
        unserved.update(service.unserved());
        exchangeable.update(service.exchangeable());
        mostExchanged = service.mostExchanged();
    }

    /**
     * The most that the candidate could add, which it takes at its homes: from households not
     * served, or from sites that serve others instead, who were not served and whom they cover.
     */
    long atMost(int candidate) {
        long exchanged = Math.min(exchangeable.sums[candidate], mostExchanged);
        return Math.min(capacity, unserved.sums[candidate] + exchanged);
    }

    /**
     * The candidate with most households around it that nobody serves, the first of several; -1
     * where there are none.
     */
    int surest(BitSet without) {
        int best = -1;
        long most = 0;
        for (int candidate = 0; candidate < unserved.sums.length; candidate++) {
            if (unserved.sums[candidate] > most && !without.get(candidate)) {
                best = candidate;
                most = unserved.sums[candidate];
            }
        }
        return best;
    }

    /** The candidate that might add most, the first of several; -1 where none adds anything. */
    int likeliest(BitSet without) {
        int best = -1;
        long most = 0;
        for (int candidate = 0; candidate < unserved.sums.length; candidate++) {
            long here = atMost(candidate);
            if (here > most && !without.get(candidate)) {
                best = candidate;
                most = here;
            }
        }
        return best;
    }
}
