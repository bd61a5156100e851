package org.weiwang.http.circle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.circle.city.Site;
import org.weiwang.geo.GeoJson;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

/**
 * What a plan does at one place, as a GeoJSON feature.
 *
 * @param type {@code Feature}
 * @param id its path in the plan, such as {@code added[0]}
 * @param geometry a GeoJSON object
 */
record PlannedFeature(
        String type, String id, @JsonRawValue String geometry, Properties properties) {
    /** What is done there. */
    enum Change {
        ADDED,
        /** Where a facility that is moved is to be. */
        MOVED,
        /** Where it is. */
        MOVED_FROM,
        CLOSED,
        ROAD
    }

    /**
     * Null where it has no bearing.
     *
     * @param facility its id
     * @param level of a road
     */
    record Properties(
            Change change, String facility, String category, String name, Integer level) {}

    private PlannedFeature(String id, Geometry geometry, Properties properties) {
        this("Feature", id, new String(GeoJson.encode(geometry), US_ASCII), properties);
    }

    /**
     * @param name null where it has none
     */
    static PlannedFeature added(String id, LonLat place, String category, String name) {
        return new PlannedFeature(
                id, Wgs84.point(place), new Properties(Change.ADDED, null, category, name, null));
    }

    /** What is done with a facility that there is. */
    static PlannedFeature of(String id, Change change, Site site, LonLat place) {
        return new PlannedFeature(
                id,
                Wgs84.point(place),
                new Properties(change, site.id(), site.category(), site.name(), null));
    }

    static PlannedFeature road(String id, List<LonLat> line, int level) {
        Coordinate[] coordinates =
                line.stream()
                        .map(place -> new Coordinate(place.lon(), place.lat()))
                        .toArray(Coordinate[]::new);
        return new PlannedFeature(
                id,
                Wgs84.FACTORY.createLineString(coordinates),
                new Properties(Change.ROAD, null, null, null, level));
    }
}
