package org.weiwang.circle.siting;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Chooses among candidates of which not all may be considered at once. Where they are not, some
 * are, evenly; the bound that comes of it is spread to all candidates, whose worth it needs alone;
 * and those of greatest worth are considered in a second turn. Where the deadline comes before all
 * have been searched from, the bound is that nobody but the households there are can be served, and
 * no more than the sites have room for.
 */
final class CandidateSiting {
    /**
     * Candidates by which the number of pairs is estimated, and that are considered whatever the
     * deadline; not fewer than the most sites.
     */
    private static final int SAMPLE = 256;

    private final HomeRuns runs;
    private final int[] households;
    private final int[] candidates;
    private final int sites;
    private final OptionalInt capacity;
    private final Deadline deadline;

    /** Candidates and the homes that each covers. */
    private record Searched(int[] candidates, int[][] homesOf) {
        int size() {
            return candidates.length;
        }

        long pairs() {
            return Arrays.stream(homesOf).mapToLong(homes -> homes.length).sum();
        }
    }

    /**
     * @param households of each home that is searched for
     * @param candidates their numbers, neighbours beside each other
     */
    CandidateSiting(
            HomeRuns runs,
            int[] households,
            int[] candidates,
            int sites,
            OptionalInt capacity,
            Deadline deadline) {
        this.runs = runs;
        this.households = households;
        this.candidates = candidates;
        this.sites = sites;
        this.capacity = capacity;
        this.deadline = deadline;
    }

    /**
     * Of how many candidates one may be considered, so that the pairs of those and the homes that
     * they cover are about so many or fewer.
     */
    int oneIn(long mostPairs) throws InterruptedException {
        Searched sample = sample();
        double all = (double) sample.pairs() / sample.size() * candidates.length;
        int needed = (int) Math.min(Math.ceil(all / mostPairs), candidates.length / sites);
        return Math.max(1, needed);
    }

    /**
     * @param oneIn of so many candidates one is considered
     * @param mostPairs as in {@link #oneIn}, for those that promise most
     * @return with the candidates' numbers
     */
    Choice choose(int oneIn, long mostPairs) throws InterruptedException {
        int[] wanted = evenly(candidates.length / oneIn);
        Searched searched = search(wanted, deadline);
        if (searched.size() < Math.min(SAMPLE, wanted.length)) {
            searched = sample();
        }
        Siting siting = siting(searched);
        Choice choice = named(siting.choose(), searched);
        if (searched.size() == candidates.length) {
            return choice;
        }
        return deadline.hasEndedAny()
                ? unproven(choice)
                : chooseAgain(choice, siting.relaxation(), mostPairs);
    }

    private Choice chooseAgain(Choice first, Relaxation relaxation, long mostPairs)
            throws InterruptedException {
        long[] worths = new long[candidates.length];
        int[] counts = new int[candidates.length];
        boolean all =
                runs.each(
                        candidates,
                        deadline,
                        (place, search) -> {
                            worths[place] = relaxation.worth(search.found(), 0, search.count());
                            counts[place] = search.count();
                        });
        if (!all) {
            return unproven(first);
        }
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
        Searched searched = search(considered, deadline);
        if (searched.size() < considered.length) {
            return new Choice(first.sites(), first.gain(), bound, false);
        }
        Choice second = named(siting(searched).choose(), searched);
        Choice better = second.gain() > first.gain() ? second : first;
        return new Choice(better.sites(), better.gain(), bound, second.complete());
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

    private Choice unproven(Choice choice) {
        long all = Arrays.stream(households).asLongStream().sum();
        long room = capacity.isPresent() ? (long) capacity.getAsInt() * sites : all;
        return new Choice(choice.sites(), choice.gain(), Math.min(all, room), false);
    }

    private Searched sample() throws InterruptedException {
        return search(evenly(Math.min(SAMPLE, candidates.length)), Deadline.never());
    }

    /** Those of the candidates from which was searched until then, and what was found. */
    private Searched search(int[] wanted, Deadline until) throws InterruptedException {
        int[][] homesOf = new int[wanted.length][];
        runs.each(
                wanted,
                until,
                (place, search) -> homesOf[place] = Arrays.copyOf(search.found(), search.count()));
        int[] done =
                IntStream.range(0, wanted.length).filter(place -> homesOf[place] != null).toArray();
        return new Searched(
                IntStream.of(done).map(place -> wanted[place]).toArray(),
                IntStream.of(done).mapToObj(place -> homesOf[place]).toArray(int[][]::new));
    }

    private Siting siting(Searched searched) {
        Coverage coverage = new Coverage(households.length, searched.homesOf);
        return new Siting(coverage, households, sites, capacity, deadline);
    }

    private static Choice named(Choice choice, Searched searched) {
        return new Choice(
                choice.sites().stream()
                        .map(
                                site ->
                                        new Choice.Site(
                                                searched.candidates[site.candidate()], site.gain()))
                        .toList(),
                choice.gain(),
                choice.bound(),
                choice.complete());
    }

    /** So many of the candidates. */
    private int[] evenly(int count) {
        return IntStream.range(0, count)
                .map(i -> candidates[(int) ((2L * i + 1) * candidates.length / (2L * count))])
                .toArray();
    }
}
