package org.weiwang.circle.siting;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Chooses among candidates of which not all may be considered at once. Where they are not, some
 * are, evenly; the bound that comes of it is spread to all candidates, whose worth it needs alone;
 * and those of greatest worth are considered in a second turn.
 */
final class CandidateSiting {
    /** Candidates by which the number of pairs is estimated. */
    private static final int SAMPLE = 256;

    private final HomeRuns runs;
    private final int[] households;
    private final int[] candidates;
    private final int sites;
    private final OptionalInt capacity;

    /**
     * @param households of each home that is searched for
     * @param candidates their numbers, neighbours beside each other
     */
    CandidateSiting(
            HomeRuns runs, int[] households, int[] candidates, int sites, OptionalInt capacity) {
        this.runs = runs;
        this.households = households;
        this.candidates = candidates;
        this.sites = sites;
        this.capacity = capacity;
    }

    /**
     * Of how many candidates one may be considered, so that the pairs of those and the homes that
     * they cover are about so many or fewer.
     */
    int oneIn(long mostPairs) throws InterruptedException {
        AtomicLong pairs = new AtomicLong();
        int[] sample = evenly(Math.min(SAMPLE, candidates.length));
        runs.each(sample, (place, search) -> pairs.addAndGet(search.count()));
        double all = (double) pairs.get() / sample.length * candidates.length;
        int needed = (int) Math.min(Math.ceil(all / mostPairs), candidates.length / sites);
        return Math.max(1, needed);
    }

    /**
     * @param oneIn of so many candidates one is considered
     * @param mostPairs as in {@link #oneIn}, for those that promise most
     * @return with the candidates' numbers
     */
    Choice choose(int oneIn, long mostPairs) throws InterruptedException {
        int[] considered = evenly(candidates.length / oneIn);
        Siting siting = siting(considered);
        Choice choice = named(siting.choose(), considered);
        return oneIn == 1 ? choice : chooseAgain(choice, siting.relaxation(), mostPairs);
    }

    private Choice chooseAgain(Choice first, Relaxation relaxation, long mostPairs)
            throws InterruptedException {
        long[] worths = new long[candidates.length];
        int[] counts = new int[candidates.length];
        runs.each(
                candidates,
                (place, search) -> {
                    worths[place] = relaxation.worth(search.found(), 0, search.count());
                    counts[place] = search.count();
                });
        Greatest greatest = new Greatest(sites);
        Greatest promising = new Greatest(relaxation.candidateCount());
        for (int place = 0; place < worths.length; place++) {
            greatest.add(worths[place], place);
            promising.add(worths[place], place);
        }
        long bound = (relaxation.sumOfPrices() + greatest.sum()) / Load.FULL_PRICE;
        int[] considered =
                IntStream.concat(
                                IntStream.of(first(promising.numbers(), counts, mostPairs))
                                        .map(place -> candidates[place]),
                                first.sites().stream().mapToInt(Choice.Site::candidate))
                        .distinct()
                        .toArray();
        Choice second = named(siting(considered).choose(), considered);
        Choice better = second.gain() > first.gain() ? second : first;
        return new Choice(better.sites(), better.gain(), bound);
    }

    /**
     * So many of the places, in their order, as cover homes so often together: those of the
     * greatest worth lie where homes are densest. At least as many as there are sites.
     */
    private int[] first(int[] places, int[] counts, long mostPairs) {
        long pairs = 0;
        int size = 0;
        while (size < places.length && (size < sites || pairs <= mostPairs)) {
            pairs += counts[places[size++]];
        }
        return Arrays.copyOf(places, size);
    }

    private Siting siting(int[] considered) throws InterruptedException {
        int[][] homesOf = new int[considered.length][];
        runs.each(
                considered,
                (place, search) -> homesOf[place] = Arrays.copyOf(search.found(), search.count()));
        return new Siting(new Coverage(households.length, homesOf), households, sites, capacity);
    }

    private static Choice named(Choice choice, int[] considered) {
        return new Choice(
                choice.sites().stream()
                        .map(site -> new Choice.Site(considered[site.candidate()], site.gain()))
                        .toList(),
                choice.gain(),
                choice.bound());
    }

    /** So many of the candidates. */
    private int[] evenly(int count) {
        return IntStream.range(0, count)
                .map(i -> candidates[(int) ((2L * i + 1) * candidates.length / (2L * count))])
                .toArray();
    }
}
