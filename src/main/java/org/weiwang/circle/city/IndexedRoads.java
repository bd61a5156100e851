package org.weiwang.circle.city;

import org.weiwang.circle.network.BuiltNetwork;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.WalkNetwork;

/**
 * What of a city depends on its roads alone: the network, and the index of the edges that points
 * come onto. Cities with the same roads share it. Thread-safe, and but for the index it keeps
 * immutable.
 */
final class IndexedRoads {
    private final BuiltNetwork roads;
    private final boolean hasSteps;
    private final OnDemand<EdgeIndex> index;

    IndexedRoads(BuiltNetwork roads) {
        WalkNetwork network = roads.network();
        this.roads = roads;
        this.hasSteps = hasSteps(network);
        this.index = new OnDemand<>(() -> new EdgeIndex(network, edge -> true));
    }

    private static boolean hasSteps(WalkNetwork network) {
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            if (network.isSteps(edge)) {
                return true;
            }
        }
        return false;
    }

    BuiltNetwork roads() {
        return roads;
    }

    boolean hasSteps() {
        return hasSteps;
    }

    /** Of the edges that the walker may use. Made when it is first asked for, and kept. */
    EdgeIndex index(boolean takesSteps) {
        EdgeIndex all = index.get();
        return takesSteps ? all : all.only(edge -> !roads.network().isSteps(edge));
    }

    /** The memory of the network and, once made, of the index. */
    long bytes() {
        return roads.network().bytes() + index.ifMade().map(EdgeIndex::bytes).orElse(0L);
    }
}
