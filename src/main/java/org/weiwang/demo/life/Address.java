package org.weiwang.demo.life;

import org.locationtech.jts.geom.Coordinate;

/**
 * A place where people live or trade.
 *
 * @param text as it is written, from the district down; unique in the county
 * @param place in metres of the plane
 * @param households how many households there are, at least 1
 * @param micro the micro grid it lies in
 */
public record Address(String text, Coordinate place, int households, int micro) {}
