package org.weiwang.circle.analysis;

import java.util.Arrays;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.WalkCosts;

/**
 * Counts the facilities that homes have within a limit: a bounded search from each, which looks at
 * the homes on the edges it came to and at no others. Used once, by one thread.
 */
final class WithinCount {
    private static final int NEVER = -1;

    private final Walk walk;
    private final WalkCosts costs;
    private final HomesBy homes;
    private final NearestSearch search;
    private final int[] counts;

    /** The last site from whose search each edge was looked at. */
    private final int[] lookedAt;

    /**
     * @param homes by the edge that they come onto
     * @param limit what costs exactly that is within
     */
    WithinCount(Walk walk, WalkCosts costs, HomesBy homes, int limit) {
        this.walk = walk;
        this.costs = costs;
        this.homes = homes;
        this.search = new NearestSearch(costs, limit);
        this.counts = new int[walk.homes().size()];
        this.lookedAt = new int[costs.network().edgeCount()];
        Arrays.fill(lookedAt, NEVER);
    }

    /** How many of the sites each home has within the limit. */
    int[] of(int[] sites) {
        WalkNetwork network = costs.network();
        for (int site : sites) {
            search.run(walk.destinations(costs, site));
            walk.entrancesOf(site).map(walk.entrances()::edge).forEach(edge -> look(edge, site));
            for (int i = 0; i < search.reachedCount(); i++) {
                int node = search.reached(i);
                for (int k = 0; k < network.degree(node); k++) {
                    look(network.edgeAt(node, k), site);
                }
            }
        }
        return counts;
    }

    private void look(int edge, int site) {
        if (edge == Snaps.NONE || lookedAt[edge] == site) {
            return;
        }
        lookedAt[edge] = site;
        homes.of(edge)
                .filter(home -> search.address(walk.homes(), home) != Label.NONE)
                .forEach(home -> counts[home]++);
    }
}
