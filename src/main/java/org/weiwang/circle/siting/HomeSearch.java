package org.weiwang.circle.siting;

import java.util.Arrays;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.WalkCosts;

/**
 * Finds the homes from which a facility at a candidate's place would be reached, by the rule of
 * {@link NearestSearch#address}. Memory is taken once and used again. Not thread-safe; each thread
 * has its own.
 */
final class HomeSearch {
    private static final int[] ONE_FACILITY = {0};

    private final WalkCosts costs;
    private final WalkNetwork network;
    private final NearestSearch search;
    private final NeedyHomes homes;
    private final Snaps candidates;

    /** Of each edge the number of the search that last came upon it. */
    private final int[] seen;

    private final int[] found;
    private int count;
    private int searches;

    HomeSearch(WalkCosts costs, int limit, NeedyHomes homes, Snaps candidates) {
        this.costs = costs;
        this.network = costs.network();
        this.search = new NearestSearch(costs, limit);
        this.homes = homes;
        this.candidates = candidates;
        this.seen = new int[network.edgeCount()];
        this.found = new int[homes.count()];
    }

    /** Searches from a candidate on an edge, and forgets what was found before. */
    void find(int candidate) {
        search.run(new Destinations(costs, candidates.select(new int[] {candidate}), ONE_FACILITY));
        searches++;
        count = 0;
        lookAlong(candidates.edge(candidate));
        for (int i = 0; i < search.reachedCount(); i++) {
            int node = search.reached(i);
            for (int k = 0; k < network.degree(node); k++) {
                lookAlong(network.edgeAt(node, k));
            }
        }
        Arrays.sort(found, 0, count);
    }

    private void lookAlong(int edge) {
        if (seen[edge] == searches) {
            return;
        }
        seen[edge] = searches;
        for (int home = homes.first[edge]; home < homes.first[edge + 1]; home++) {
            if (search.address(homes.places, home) != Label.NONE) {
                found[count++] = home;
            }
        }
    }

    /** The homes found, in ascending order, and behind them what is left of others. */
    int[] found() {
        return found;
    }

    /** How many homes were found. */
    int count() {
        return count;
    }
}
