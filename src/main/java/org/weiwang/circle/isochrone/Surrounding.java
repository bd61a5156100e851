package org.weiwang.circle.isochrone;

import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * What lies within one walking time of a place. Homes and facilities are those that are walked to
 * within it, wherever the area's outline runs.
 *
 * @param area around the ways that are reached, longitude and latitude in degrees; empty where none
 *     is
 * @param addresses with or without households
 * @param households of those addresses
 * @param facilities how many of each category, ordered by category; those of which there are none
 *     are left out
 */
public record Surrounding(
        double minutes,
        MultiPolygon area,
        int addresses,
        long households,
        Map<String, Integer> facilities) {}
