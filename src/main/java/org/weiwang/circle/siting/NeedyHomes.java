package org.weiwang.circle.siting;

import java.util.stream.IntStream;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;

/**
 * The homes whose households are still to be served, numbered anew in the order of their edges, so
 * that neighbours are mostly neighbours in memory. Immutable and thread-safe.
 */
final class NeedyHomes {
    /** Where they come onto the network. */
    final Snaps places;

    final int[] households;

    /** Where each edge's homes begin, and where the last one's end. */
    final int[] first;

    /**
     * @param needy the numbers of those that are on the network and not served
     */
    NeedyHomes(WalkNetwork network, Snaps homes, int[] households, IntStream needy) {
        int[] order =
                needy.mapToLong(home -> (long) homes.edge(home) << 32 | home)
                        .sorted()
                        .mapToInt(key -> (int) key)
                        .toArray();
        this.places = homes.select(order);
        this.households = IntStream.of(order).map(home -> households[home]).toArray();
        this.first = new int[network.edgeCount() + 1];
        for (int home = 0; home < order.length; home++) {
            first[places.edge(home) + 1]++;
        }
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            first[edge + 1] += first[edge];
        }
    }

    int count() {
        return households.length;
    }
}
