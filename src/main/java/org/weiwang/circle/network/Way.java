package org.weiwang.circle.network;

import org.locationtech.jts.geom.LineString;

/**
 * A way that is drawn over a network, walked in both directions.
 *
 * @param line longitude and latitude in degrees
 * @param level 0 on the ground, 1 and up on bridges, below 0 in tunnels
 */
public record Way(LineString line, int level) {}
