package org.weiwang.circle.reach;

import org.weiwang.circle.network.WalkNetwork;

/**
 * What walking costs in a network, in whole numbers: tenths of a second, or tenths of a metre. A
 * length's cost is rounded to the nearest whole number, halves up; so an edge may cost nothing, and
 * a way of n edges is wrong by n/2 units at most. A length of more than 2<sup>30</sup> units counts
 * as that, which is beyond every limit. Steps cost as much as their length on the map or can't be
 * walked. Immutable and thread-safe.
 */
public final class WalkCosts {
    /** In place of a cost: the edge can't be walked. */
    public static final int BLOCKED = Integer.MAX_VALUE;

    /** Beyond every limit, and small enough that sums with a cost within one are ints. */
    private static final int HIGHEST = 1 << 30;

    private final WalkNetwork network;
    private final double unitsPerMillimetre;
    private final boolean takesSteps;

    /** Where each node's arcs begin in {@link #arcs}, and where the last one's end. */
    final int[] firstArc;

    /** Of each arc that can be walked the node it leads to and its cost. */
    final int[] arcs;

    private WalkCosts(WalkNetwork network, double unitsPerMillimetre, boolean takesSteps) {
        this.network = network;
        this.unitsPerMillimetre = unitsPerMillimetre;
        this.takesSteps = takesSteps;
        this.firstArc = new int[network.nodeCount() + 1];
        int size = 0;
        for (int node = 0; node < network.nodeCount(); node++) {
            for (int i = 0; i < network.degree(node); i++) {
                size += leadsOn(network.edgeAt(node, i)) ? 2 : 0;
            }
            firstArc[node + 1] = size;
        }
        this.arcs = new int[size];
        int next = 0;
        for (int node = 0; node < network.nodeCount(); node++) {
            for (int i = 0; i < network.degree(node); i++) {
                int edge = network.edgeAt(node, i);
                if (leadsOn(edge)) {
                    arcs[next++] = network.other(edge, node);
                    arcs[next++] = of(edge);
                }
            }
        }
    }

    /** In tenths of a second. */
    public static WalkCosts time(WalkNetwork network, Profile profile) {
        return new WalkCosts(
                network, 10 / (1000 * profile.metresPerSecond()), profile.takesSteps());
    }

    /** In tenths of a metre. */
    public static WalkCosts distance(WalkNetwork network, boolean takesSteps) {
        return new WalkCosts(network, 0.01, takesSteps);
    }

    /** Whether the edge can be walked and leads to another node. */
    private boolean leadsOn(int edge) {
        return isWalkable(edge) && network.from(edge) != network.to(edge);
    }

    public WalkNetwork network() {
        return network;
    }

    public boolean isWalkable(int edge) {
        return takesSteps || !network.isSteps(edge);
    }

    /** The edge's cost, or {@link #BLOCKED}. */
    public int of(int edge) {
        return isWalkable(edge) ? ofLength(network.length(edge)) : BLOCKED;
    }

    /** Takes an arc: the node that it leads to, and what it costs. */
    public interface Arc {
        void to(int node, int cost);
    }

    /** The ways from a node to others: edges that can't be walked or come back are left out. */
    public void forEachArc(int node, Arc arc) {
        for (int i = firstArc[node]; i < firstArc[node + 1]; i += 2) {
            arc.to(arcs[i], arcs[i + 1]);
        }
    }

    /**
     * The cost of a length.
     *
     * @param millimetres 0 or more
     */
    public int ofLength(long millimetres) {
        return (int) Math.min(Math.round(millimetres * unitsPerMillimetre), HIGHEST);
    }

    /**
     * The greatest number of millimetres whose cost is not above the given one.
     *
     * @param cost 0 or more, within a limit
     */
    long lengthFor(int cost) {
        long length = (long) (cost / unitsPerMillimetre);
        while (ofLength(length + 1) <= cost) {
            length++;
        }
        return length;
    }

    /** The memory that the costs take beside the network. */
    public long bytes() {
        return 4L * (firstArc.length + arcs.length);
    }
}
