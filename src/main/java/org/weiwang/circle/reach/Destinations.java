package org.weiwang.circle.reach;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
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

    /** Of all facilities, also those that nothing leads to. */
    private final BitSet numbers = new BitSet();

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
        IntStream.of(facilities).forEach(numbers::set);
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

    public WalkCosts costs() {
        return costs;
    }

    /** Whether there is a facility of this number, be it one that nothing leads to. */
    public boolean has(int facility) {
        return facility >= 0 && numbers.get(facility);
    }

    /** One more than the highest number of a facility; 0 where there is none. */
    public int afterHighest() {
        return numbers.length();
    }

    /** Takes a node where the walk to a facility enters the network, and its {@link Label}. */
    public interface Seed {
        void at(int node, long label);
    }

    /** Two seeds for each entrance that is led to, one for each end of its edge. */
    public void forEachSeed(Seed seed) {
        for (int i = 0; i < seedNodes.length; i++) {
            seed.at(seedNodes[i], seedLabels[i]);
        }
    }

    /** The seeds at a node. */
    public void forEachSeedAt(int node, Seed seed) {
        for (int i = first(seedNodes, node); i < seedNodes.length && seedNodes[i] == node; i++) {
            seed.at(node, seedLabels[i]);
        }
    }

    /** The edges on which facilities have entrances, once for each entrance. */
    public void forEachEdge(IntPredicate isFacility, IntConsumer edge) {
        for (int i = 0; i < edges.length; i++) {
            if (isFacility.test(facilities[i])) {
                edge.accept(edges[i]);
            }
        }
    }

    /**
     * The nearest entrance straight along an edge, without a node between, or {@link Label#NONE}.
     *
     * @param along millimetres from the edge's first point
     * @param off millimetres from the edge
     * @param isFacility which facilities count
     */
    public long straight(int edge, long along, long off, IntPredicate isFacility) {
        long best = Label.NONE;
        if (!hasEntrance.get(edge)) {
            return best;
        }
        for (int at = first(edges, edge); at < edges.length && edges[at] == edge; at++) {
            if (isFacility.test(facilities[at])) {
                long length = Math.abs(along - alongs[at]) + off + offs[at];
                best = Math.min(best, Label.of(costs.ofLength(length), facilities[at]));
            }
        }
        return best;
    }

    /** Where the first of equal numbers stands; beyond the end where there is none. */
    private static int first(int[] sorted, int number) {
        int at = Arrays.binarySearch(sorted, number);
        while (at > 0 && sorted[at - 1] == number) {
            at--;
        }
        return at < 0 ? sorted.length : at;
    }
}
