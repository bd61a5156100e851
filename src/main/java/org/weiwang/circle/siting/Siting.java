package org.weiwang.circle.siting;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Chooses sites that serve most households: greedily, then by moving one at a time while that
 * helps. As far as the bound leaves anything open the same is tried from where the bound has its
 * sites, without each of the sites, and from each of the likeliest candidates. The same question
 * has the same outcome, unless a deadline comes before the end. Works on the common pool.
 */
public final class Siting {
    /** More than a question on the map has, and few enough for the memory and the time. */
    public static final int MOST_SITES = 100;

    /** Less than a thousandth below the bound is left as it is. */
    private static final double GOOD_ENOUGH = 0.999;

    private static final int MOST_TRIED = 60;
    private static final int MOST_STARTS = 30;

    private final Coverage coverage;
    private final int[] households;
    private final int sites;
    private final long capacity;
    private final Deadline deadline;
    private final Placing placing;
    private final Relaxation relaxation;

    Siting(
            Coverage coverage,
            int[] households,
            int sites,
            OptionalInt capacity,
            Deadline deadline) {
        require(coverage, households, sites, capacity);
        this.coverage = coverage;
        this.households = households;
        this.sites = sites;
        this.capacity = capacity.isPresent() ? capacity.getAsInt() : Long.MAX_VALUE;
        this.deadline = deadline;
        this.placing = new Placing(coverage, households, sites, this.capacity, deadline);
        this.relaxation = new Relaxation(coverage, households, sites, this.capacity);
    }

    /**
     * @param households of each home, 0 or more, without those that are served already
     * @param sites how many there may be at most
     * @param capacity how many households a site serves at most; those of a home may be served by
     *     several sites
     * @throws SitingException when there are no candidates or fewer than sites, no sites or more
     *     than {@link #MOST_SITES}, or no capacity
     * @throws IllegalArgumentException when there are not as many numbers of households as homes,
     *     or one is below 0
     */
    public static Choice solve(
            Coverage coverage, int[] households, int sites, OptionalInt capacity) {
        return new Siting(coverage, households, sites, capacity, Deadline.never()).choose();
    }

    private static void require(
            Coverage coverage, int[] households, int sites, OptionalInt capacity) {
        if (households.length != coverage.homeCount()) {
            throw new IllegalArgumentException(
                    "%d homes, but the households of %d"
                            .formatted(coverage.homeCount(), households.length));
        }
        if (Arrays.stream(households).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a home has less than no households");
        }
        requireSites(coverage.candidateCount(), sites, capacity);
    }

    /**
     * @throws SitingException as {@link #solve}
     */
    static void requireSites(int candidates, int sites, OptionalInt capacity) {
        if (candidates == 0) {
            throw new SitingException("There are no candidates to choose from");
        }
        int most = Math.min(candidates, MOST_SITES);
        if (sites < 1 || sites > most) {
            throw new SitingException(
                    "Of %d candidates from 1 to %d sites can be chosen, not %d"
                            .formatted(candidates, most, sites));
        }
        if (capacity.isPresent() && capacity.getAsInt() < 1) {
            throw new SitingException(
                    "A site's capacity must be a household or more, not " + capacity.getAsInt());
        }
    }

    /**
     * Used once. The greedy choice is always made, and a bound always known; after the deadline
     * there is nothing more.
     */
    Choice choose() {
        placing.addGreedily();
        relaxation.startFrom(placing.service());
        placing.swap();
        relaxation.startFrom(placing.service());
        relaxation.lower(placing.service().served(), deadline);
        if (!isToEnd()) {
            placing.tryFrom(relaxation.picked());
            tryWithoutEach();
            tryFromLikeliest();
        }
        return deadline.hasEndedAny() ? asFound() : inOrder(placing.service().sites());
    }

    private void tryWithoutEach() {
        int idle = 0;
        int place = 0;
        for (int tried = 0; tried < MOST_TRIED && idle < sites && !isToEnd(); tried++) {
            place = (place + 1) % placing.service().sites().length;
            idle = placing.tryWithout(place) ? 0 : idle + 1;
        }
    }

    private void tryFromLikeliest() {
        for (int candidate : relaxation.likeliest(MOST_STARTS)) {
            if (isToEnd()) {
                return;
            }
            placing.tryFrom(new int[] {candidate});
        }
    }

    private boolean isToEnd() {
        return placing.service().served() >= GOOD_ENOUGH * relaxation.bound() || deadline.isOver();
    }

    /** After a choice the one that led to its bound. */
    Relaxation relaxation() {
        return relaxation;
    }

    private Choice asFound() {
        Service service = placing.service();
        long all = Arrays.stream(households).asLongStream().sum();
        long bound = Math.min(relaxation.bound(), all);
        return new Choice(service.shares(), service.served(), bound, false);
    }

    private Choice inOrder(int[] chosen) {
        Placing again = new Placing(coverage, households, sites, capacity, Deadline.never());
        again.keepTo(chosen);
        return new Choice(again.addGreedily(), again.service().served(), relaxation.bound(), true);
    }
}
