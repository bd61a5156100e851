package org.weiwang.demo.source;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What is known of a district for certain.
 *
 * @param code 6-digit code
 * @param outline a valid polygon or multipolygon in WGS 84 degrees, longitude first
 * @param seat the place of the district's seat, WGS 84 degrees, longitude first
 * @param towns in the order of their codes; the first one holds the seat
 */
public record District(
        String code,
        String name,
        Geometry outline,
        Coordinate seat,
        List<Town> towns,
        Counts counts) {
    public District {
        towns = List.copyOf(towns);
    }
}
