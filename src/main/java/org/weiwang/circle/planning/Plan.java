package org.weiwang.circle.planning;

import java.util.List;
import org.weiwang.circle.network.Way;
import org.weiwang.geo.LonLat;

/**
 * What is to be done with the facilities and ways of a city, all at once. Sites go by their numbers
 * in the city.
 *
 * @param closed sites that are to be no more
 * @param ways that are to be walked besides
 */
public record Plan(List<Added> added, List<Moved> moved, List<Integer> closed, List<Way> ways) {
    public Plan {
        added = List.copyOf(added);
        moved = List.copyOf(moved);
        closed = List.copyOf(closed);
        ways = List.copyOf(ways);
    }

    /**
     * A site more.
     *
     * @param category as {@link org.weiwang.circle.city.Site#category} has it
     * @param entrance the only one
     */
    public record Added(String category, LonLat entrance) {}

    /**
     * A site that is to be elsewhere.
     *
     * @param entrance the only one that it has then
     */
    public record Moved(int site, LonLat entrance) {}
}
