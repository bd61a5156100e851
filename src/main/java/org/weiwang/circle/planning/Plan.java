package org.weiwang.circle.planning;

import java.util.List;
import org.weiwang.geo.LonLat;

/**
 * What is to be done with the facilities of a city, all at once. Sites go by their numbers in the
 * city.
 *
 * @param closed sites that are to be no more
 */
public record Plan(List<Added> added, List<Moved> moved, List<Integer> closed) {
    public Plan {
        added = List.copyOf(added);
        moved = List.copyOf(moved);
        closed = List.copyOf(closed);
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
