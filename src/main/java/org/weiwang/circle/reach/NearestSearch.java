package org.weiwang.circle.reach;

import java.util.Arrays;
import org.weiwang.circle.network.Snaps;

/**
 * Finds, for all nodes and addresses, the nearest of many facilities: a search by buckets, after
 * Dial, from all of them together. What costs exactly the limit is reached. Of facilities as near
 * the one with the lowest number is taken. The cost of a straight way off the network, to or from
 * an edge, counts as that of an edge as long.
 *
 * <p>The facilities go out in batches of neighbours, each improving on what the ones before it
 * found, so that the part of the network that a batch walks stays in the processor's cache; the
 * outcome is the same.
 *
 * <p>Memory is taken once and used again by each run: 12 bytes for each node. Not thread-safe; each
 * thread has its own.
 */
public final class NearestSearch {
    /** Five hours, in tenths of a second. */
    public static final int HIGHEST_LIMIT = 180_000;

    /** Seeds, two to an entrance: the nodes that some twenty facilities reach fit the cache. */
    private static final int BATCH = 40;

    private final WalkCosts costs;
    private final int limit;

    /** The least of the labels beyond the limit. */
    private final long beyond;

    private final long[] labels;

    /** One more than there are nodes, so that there always is a place to write to. */
    private final int[] touched;

    private final Buckets buckets;
    private int touchedCount;
    private Destinations destinations;

    /**
     * @param limit what a walk may cost at most, in the units of the costs
     * @throws IllegalArgumentException when the limit is not from 0 to {@link #HIGHEST_LIMIT}
     */
    public NearestSearch(WalkCosts costs, int limit) {
        if (limit < 0 || limit > HIGHEST_LIMIT) {
            throw new IllegalArgumentException(
                    "the limit must be from 0 to " + HIGHEST_LIMIT + ", not " + limit);
        }
        this.costs = costs;
        this.limit = limit;
        this.beyond = Label.of(limit + 1, 0);
        this.labels = new long[costs.network().nodeCount()];
        this.touched = new int[labels.length + 1];
        this.buckets = new Buckets(limit);
        Arrays.fill(labels, Label.NONE);
    }

    /**
     * Forgets the last run and searches from all the facilities.
     *
     * @throws IllegalArgumentException when they are on other costs than the search
     */
    public void run(Destinations from) {
        if (from.costs() != costs) {
            throw new IllegalArgumentException("the facilities are on other costs");
        }
        forget();
        destinations = from;
        int seed = 0;
        while (seed < from.seedNodes.length) {
            int end = Math.min(seed + BATCH, from.seedNodes.length);
            int lowest = limit;
            for (; seed < end; seed++) {
                long label = from.seedLabels[seed];
                touchedCount = improve(from.seedNodes[seed], label, touchedCount);
                lowest = Math.min(lowest, Label.cost(label));
            }
            spread(lowest);
        }
    }

    private void forget() {
        if (touchedCount > labels.length / 8) {
            Arrays.fill(labels, Label.NONE);
        } else {
            for (int i = 0; i < touchedCount; i++) {
                labels[touched[i]] = Label.NONE;
            }
        }
        touchedCount = 0;
    }

    private void spread(int lowest) {
        int[] firstArc = costs.firstArc;
        int[] arcs = costs.arcs;
        int count = touchedCount;
        for (int bucket = Buckets.of(lowest); bucket < buckets.count(); bucket++) {
            for (int i = 0; i < buckets.size(bucket); i++) {
                int node = buckets.get(bucket, i);
                long label = labels[node];
                if (Buckets.of(Label.cost(label)) == bucket) {
                    int end = firstArc[node + 1];
                    for (int arc = firstArc[node]; arc < end; arc += 2) {
                        count = improve(arcs[arc], label + ((long) arcs[arc + 1] << 32), count);
                    }
                }
            }
            buckets.clear(bucket);
        }
        touchedCount = count;
    }

    /**
     * Lays a label on a node where it is the lesser. Whether it is can't be foretold, and a wrong
     * guess costs the processor more than all of this: so everything is done either way, and counts
     * or does not.
     *
     * @param count of nodes touched before
     * @return the count thereafter
     */
    private int improve(int node, long label, int count) {
        long before = labels[node];
        long mask = (label - before & label - beyond) >> 63;
        labels[node] = before + (label - before & mask);
        buckets.addIf((int) mask, Label.cost(label), node);
        touched[count] = node;
        // Of all labels only NONE has this bit.
        return count - (int) (mask & -(before >>> 62));
    }

    /** The {@link Label} of a node after the last run; {@link Label#NONE} beyond the limit. */
    public long node(int node) {
        return labels[node];
    }

    /**
     * The {@link Label} of an address after the last run: the way onto its edge and along it to the
     * better of its two ends, or straight along the edge where a facility lies on it too. {@link
     * Label#NONE} beyond the limit, without an edge, and on an edge that can't be walked.
     */
    public long address(Snaps addresses, int address) {
        int edge = addresses.edge(address);
        if (edge == Snaps.NONE || !costs.isWalkable(edge)) {
            return Label.NONE;
        }
        int along = addresses.along(address);
        long off = addresses.off(address);
        long rest = costs.network().length(edge) - along;
        long best = destinations.straight(edge, along, off, facility -> true);
        best = Math.min(best, after(costs.network().from(edge), off + along));
        best = Math.min(best, after(costs.network().to(edge), off + rest));
        return Label.cost(best) <= limit ? best : Label.NONE;
    }

    private long after(int node, long millimetres) {
        long label = labels[node];
        return label == Label.NONE ? Label.NONE : Label.plus(label, costs.ofLength(millimetres));
    }

    WalkCosts costs() {
        return costs;
    }

    int limit() {
        return limit;
    }

    /** How many nodes the last run reached. */
    public int reachedCount() {
        return touchedCount;
    }

    /** A node that the last run reached, counted from 0 in no order. */
    public int reached(int number) {
        return touched[number];
    }

    /** The memory that the search takes beside the costs. */
    public long bytes() {
        return 12L * labels.length + buckets.bytes();
    }
}
