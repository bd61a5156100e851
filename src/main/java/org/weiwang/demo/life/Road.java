package org.weiwang.demo.life;

import org.locationtech.jts.geom.LineString;

/**
 * A piece of road between two junctions.
 *
 * @param name empty where it has none
 * @param level 0, or 1 for a bridge
 * @param line in metres of the plane
 */
public record Road(String name, RoadKind kind, int level, LineString line) {}
