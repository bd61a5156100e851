package org.weiwang.atlas.circle;

import org.weiwang.geo.LonLat;

/**
 * A home that a category does not serve.
 *
 * @param number in the city
 * @param minutes of the walk to the nearest facility; null where none is reached
 */
public record UnservedHome(int number, LonLat point, long households, Double minutes) {}
