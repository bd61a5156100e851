package org.weiwang.circle.siting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.WalkCosts;

/**
 * Where new facilities of a category would serve most households on a walking network. A home is
 * served by a facility when the walk between them costs no more than the limit, as {@link
 * NearestSearch#address} has it; homes that an existing facility serves need no other. Immutable
 * and thread-safe.
 */
public final class NetworkSiting {
    /** Takes 12 bytes each while they are packed, some 300 MB. */
    private static final long MOST_PAIRS = 25_000_000;

    private final WalkCosts costs;
    private final int limit;
    private final long mostPairs;
    private final NeedyHomes homes;
    private final long households;
    private final long servedBefore;

    /**
     * @param limit what a walk may cost at most, in the units of the costs
     * @param homes where they come onto the network
     * @param households of each home, 0 or more
     * @param existing the facilities of the category, on the same costs
     * @throws IllegalArgumentException when the limit is not as {@link NearestSearch} has it, the
     *     facilities are on other costs, or there are not as many numbers of households as homes
     */
    public NetworkSiting(
            WalkCosts costs, int limit, Snaps homes, int[] households, Destinations existing) {
        this(costs, limit, homes, households, existing, MOST_PAIRS);
    }

    NetworkSiting(
            WalkCosts costs,
            int limit,
            Snaps homes,
            int[] households,
            Destinations existing,
            long mostPairs) {
        if (households.length != homes.size()) {
            throw new IllegalArgumentException(
                    homes.size() + " homes, but the households of " + households.length);
        }
        this.costs = costs;
        this.limit = limit;
        this.mostPairs = mostPairs;
        NearestSearch search = new NearestSearch(costs, limit);
        search.run(existing);
        this.servedBefore =
                IntStream.range(0, homes.size())
                        .filter(home -> search.address(homes, home) != Label.NONE)
                        .mapToLong(home -> households[home])
                        .sum();
        this.households = Arrays.stream(households).asLongStream().sum();
        this.homes =
                new NeedyHomes(
                        costs.network(),
                        homes,
                        households,
                        IntStream.range(0, homes.size())
                                .filter(home -> households[home] > 0 && isOn(homes, home))
                                .filter(home -> search.address(homes, home) == Label.NONE));
    }

    private boolean isOn(Snaps places, int place) {
        return places.edge(place) != Snaps.NONE && costs.isWalkable(places.edge(place));
    }

    /**
     * Works on so many threads and on the common pool. Where the candidates cover too many homes
     * for the memory, one in some is considered, evenly; then as many of those that promise most;
     * the bound is of all candidates still. Before the deadline the same question has the same
     * outcome; after it there are only a sample's searches, if there were no others, and the greedy
     * choice among those searched from.
     *
     * @param candidates where they come onto the network; those that don't serve nobody
     * @param sites as {@link Siting#solve} has it, as {@code capacity}
     * @param threads one or more
     * @throws SitingException as {@link Siting#solve}, and when no candidate is on the network
     * @throws InterruptedException when the thread was interrupted while it searched, which then
     *     ends soon
     */
    public Proposal propose(
            Snaps candidates, int sites, OptionalInt capacity, int threads, Deadline deadline)
            throws InterruptedException {
        Siting.requireSites(candidates.size(), sites, capacity);
        int[] usable = inOrder(candidates);
        if (usable.length == 0) {
            throw new SitingException(
                    "None of the candidates (%d) is on the walking network"
                            .formatted(candidates.size()));
        }
        CandidateSiting siting =
                new CandidateSiting(
                        new HomeRuns(costs, limit, homes, candidates, threads),
                        homes.households,
                        usable,
                        Math.min(sites, usable.length),
                        capacity,
                        deadline);
        int oneIn = siting.oneIn(mostPairs);
        Choice choice = siting.choose(oneIn, mostPairs);
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while sites were chosen");
        }
        return new Proposal(choice, oneIn, households, servedBefore);
    }

    /** Those on the network, along its edges: neighbours are mostly beside each other. */
    private int[] inOrder(Snaps candidates) {
        return IntStream.range(0, candidates.size())
                .filter(candidate -> isOn(candidates, candidate))
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingInt(candidates::edge)
                                .thenComparingInt(candidates::along))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
