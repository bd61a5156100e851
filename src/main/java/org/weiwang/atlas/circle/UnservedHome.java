package org.weiwang.atlas.circle;

import org.weiwang.geo.LonLat;

/**
 * A home that a category does not serve.
 *
 * @param minutes of the walk to the nearest facility; null where none is reached
 */
public record UnservedHome(LonLat point, long households, Double minutes) {}
