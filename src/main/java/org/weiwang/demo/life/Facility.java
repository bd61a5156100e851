package org.weiwang.demo.life;

import org.locationtech.jts.geom.Coordinate;

/**
 * A destination of daily life.
 *
 * @param place in metres of the plane
 */
public record Facility(String name, String category, Coordinate place) {}
