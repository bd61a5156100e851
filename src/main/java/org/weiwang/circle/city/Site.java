package org.weiwang.circle.city;

import java.util.List;
import org.weiwang.geo.LonLat;

/**
 * A facility of the city as walks end at it.
 *
 * @param id unique in the city: its district's code, a hyphen and its own code
 * @param category as the facility's data have it, such as 幼儿园
 * @param entrances one or more
 */
public record Site(String id, String name, String category, List<LonLat> entrances) {
    /**
     * @throws IllegalArgumentException when there is no entrance
     */
    public Site {
        entrances = List.copyOf(entrances);
        if (entrances.isEmpty()) {
            throw new IllegalArgumentException("facility " + id + " has no entrance");
        }
    }
}
