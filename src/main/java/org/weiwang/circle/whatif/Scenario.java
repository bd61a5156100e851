package org.weiwang.circle.whatif;

import java.util.List;
import org.weiwang.circle.network.Way;
import org.weiwang.geo.LonLat;

/**
 * What is changed, all at once. Categories go by their number in the baseline.
 *
 * @param ways that are added
 */
public record Scenario(List<Added> added, List<Moved> moved, List<Closed> closed, List<Way> ways) {
    public Scenario {
        added = List.copyOf(added);
        moved = List.copyOf(moved);
        closed = List.copyOf(closed);
        ways = List.copyOf(ways);
    }

    /**
     * A facility more. It gets the next number from {@link Baseline#firstAdded}, in the order of
     * the list.
     *
     * @param entrances one or more
     */
    public record Added(int category, List<LonLat> entrances) {
        /**
         * @throws IllegalArgumentException when there is no entrance
         */
        public Added {
            entrances = copy(entrances);
        }
    }

    /**
     * A facility that keeps its number and has other entrances.
     *
     * @param entrances one or more
     */
    public record Moved(int category, int facility, List<LonLat> entrances) {
        /**
         * @throws IllegalArgumentException when there is no entrance
         */
        public Moved {
            entrances = copy(entrances);
        }
    }

    /** A facility that is no more. */
    public record Closed(int category, int facility) {}

    private static List<LonLat> copy(List<LonLat> entrances) {
        if (entrances.isEmpty()) {
            throw new IllegalArgumentException("a facility needs an entrance");
        }
        return List.copyOf(entrances);
    }
}
