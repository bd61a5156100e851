package org.weiwang.circle.city;

import java.time.Instant;
import java.util.List;

/**
 * What a source tells at one moment.
 *
 * @param asOf by the source's clock: what it was told before this moment is seen
 * @param inForce what the city in force is made from
 * @param upcoming of which cities are to be held ready, the most urgent first
 */
public record CityOutlook(Instant asOf, DataVersions inForce, List<Upcoming> upcoming) {
    public CityOutlook {
        upcoming = List.copyOf(upcoming);
    }

    /**
     * @param edition the id of one that is being published or takes effect soon
     * @param versions what the city is made from when that is in force
     */
    public record Upcoming(String edition, DataVersions versions) {}
}
