package org.weiwang.circle.reach;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.weiwang.circle.network.Snaps;

/**
 * The facilities of one category, each with one entrance or several, on a network. Immutable and
 * thread-safe.
 */
public final class Destinations {
    private final WalkCosts costs;

    /** The entrances on edges that can be walked, in the order of edges. */
    private final int[] edges;

    /** The same edges once more: most edges have no entrance, which this tells at once. */
    private final BitSet hasEntrance = new BitSet();

    private final int[] alongs;
    private final int[] offs;
    private final int[] facilities;

    /** Where the walk to a facility enters the network, in the order of nodes. */
    final int[] seedNodes;

    final long[] seedLabels;

    /**
     * @param entrances where they come onto the network; those that do not, or come onto an edge
     *     that can't be walked, lead nowhere
     * @param facilities the number of the facility, 0 or more, of each entrance
     * @throws IllegalArgumentException when there are not as many facilities as entrances, or a
     *     number is below 0
     */
    public Destinations(WalkCosts costs, Snaps entrances, int[] facilities) {
        if (facilities.length != entrances.size()) {
            throw new IllegalArgumentException(
                    entrances.size() + " entrances, but the facilities of " + facilities.length);
        }
        this.costs = costs;
        int[] order =
                IntStream.range(0, entrances.size())
                        .filter(i -> entrances.edge(i) != Snaps.NONE)
                        .filter(i -> costs.isWalkable(entrances.edge(i)))
                        .boxed()
                        .sorted((a, b) -> Integer.compare(entrances.edge(a), entrances.edge(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.edges = IntStream.of(order).map(entrances::edge).toArray();
        IntStream.of(edges).forEach(hasEntrance::set);
        this.alongs = IntStream.of(order).map(entrances::along).toArray();
        this.offs = IntStream.of(order).map(entrances::off).toArray();
        this.facilities = IntStream.of(order).map(i -> facilities[i]).toArray();
        if (IntStream.of(facilities).anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("facilities are numbered from 0");
        }
        this.seedNodes = new int[2 * edges.length];
        this.seedLabels = new long[2 * edges.length];
        sowSeeds();
    }

    private void sowSeeds() {
        int[] nodes = new int[seedNodes.length];
        long[] order = new long[seedNodes.length];
        for (int i = 0; i < edges.length; i++) {
            nodes[2 * i] = costs.network().from(edges[i]);
            nodes[2 * i + 1] = costs.network().to(edges[i]);
            order[2 * i] = (long) nodes[2 * i] << 32 | 2 * i;
            order[2 * i + 1] = (long) nodes[2 * i + 1] << 32 | 2 * i + 1;
        }
        Arrays.sort(order);
        for (int k = 0; k < order.length; k++) {
            int seed = (int) order[k];
            int i = seed / 2;
            long along = alongs[i];
            if (seed % 2 == 1) {
                along = costs.network().length(edges[i]) - along;
            }
            seedNodes[k] = nodes[seed];
            seedLabels[k] = Label.of(costs.ofLength(offs[i] + along), facilities[i]);
        }
    }

    WalkCosts costs() {
        return costs;
    }

    /**
     * The nearest entrance straight along an edge, without a node between, or {@link Label#NONE}.
     */
    long straight(int edge, int along, int off) {
        long best = Label.NONE;
        if (!hasEntrance.get(edge)) {
            return best;
        }
        int at = Arrays.binarySearch(edges, edge);
        while (at > 0 && edges[at - 1] == edge) {
            at--;
        }
        for (; at < edges.length && edges[at] == edge; at++) {
            long length = Math.abs((long) along - alongs[at]) + off + offs[at];
            best = Math.min(best, Label.of(costs.ofLength(length), facilities[at]));
        }
        return best;
    }
}
