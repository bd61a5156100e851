package org.weiwang.circle.analysis;

import java.util.Arrays;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.standard.Rule;

/**
 * What every walk costs, by the words of the rules: the way between each two nodes after Floyd and
 * Warshall, each length rounded by itself.
 */
final class PlainWalks {
    static final long NEVER = Long.MAX_VALUE / 8;

    private final WalkNetwork network;
    private final Walk walk;
    private final int sites;
    private final double unitsPerMillimetre;
    private final long[][] between;

    PlainWalks(City city, Question question) {
        this.network = city.roads().network();
        this.sites = city.sites().size();
        boolean takesSteps = question.walker().takesSteps();
        this.walk = city.walk(takesSteps);
        this.unitsPerMillimetre =
                question.rule() == Rule.TIME
                        ? 10 / (1000 * question.walker().metresPerSecond())
                        : 0.01;
        int nodes = network.nodeCount();
        this.between = new long[nodes][nodes];
        for (long[] row : between) {
            Arrays.fill(row, NEVER);
        }
        for (int node = 0; node < nodes; node++) {
            between[node][node] = 0;
        }
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            if (takesSteps || !network.isSteps(edge)) {
                int a = network.from(edge);
                int b = network.to(edge);
                between[a][b] = Math.min(between[a][b], cost(network.length(edge)));
                between[b][a] = between[a][b];
            }
        }
        for (int over = 0; over < nodes; over++) {
            for (int a = 0; a < nodes; a++) {
                for (int b = 0; b < nodes; b++) {
                    long way = between[a][over] + between[over][b];
                    between[a][b] = Math.min(between[a][b], way);
                }
            }
        }
    }

    private long cost(long millimetres) {
        return Math.round(millimetres * unitsPerMillimetre);
    }

    /** From each place to each site of the city; {@link #NEVER} where no way leads. */
    long[][] costs(Snaps places) {
        long[][] costs = new long[places.size()][sites];
        for (int place = 0; place < costs.length; place++) {
            for (int site = 0; site < sites; site++) {
                costs[place][site] = cost(places, place, site);
            }
        }
        return costs;
    }

    /** To the nearest of a site's entrances. */
    private long cost(Snaps places, int place, int site) {
        return walk.entrancesOf(site)
                .mapToLong(entrance -> cost(places, place, walk.entrances(), entrance))
                .min()
                .getAsLong();
    }

    private long cost(Snaps places, int place, Snaps entrances, int entrance) {
        int edge = places.edge(place);
        int last = entrances.edge(entrance);
        if (edge == Snaps.NONE || last == Snaps.NONE) {
            return NEVER;
        }
        long best = NEVER;
        if (edge == last) {
            long along = Math.abs((long) places.along(place) - entrances.along(entrance));
            best = cost(along + places.off(place) + entrances.off(entrance));
        }
        for (int from : new int[] {network.from(edge), network.to(edge)}) {
            for (int to : new int[] {network.from(last), network.to(last)}) {
                long way = between[from][to];
                way += toEnd(places, place, from);
                way += toEnd(entrances, entrance, to);
                best = Math.min(best, way);
            }
        }
        return Math.min(best, NEVER);
    }

    /** From a place along its edge to the end that is the node; the nearer one if both are. */
    private long toEnd(Snaps places, int place, int node) {
        int edge = places.edge(place);
        long off = places.off(place);
        long along = places.along(place);
        long first = node == network.from(edge) ? cost(off + along) : NEVER;
        long rest = network.length(edge) - along;
        return Math.min(first, node == network.to(edge) ? cost(off + rest) : NEVER);
    }
}
