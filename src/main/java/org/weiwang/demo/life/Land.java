package org.weiwang.demo.life;

import org.locationtech.jts.geom.Polygon;

/**
 * A piece of residential land.
 *
 * @param shape in metres of the plane
 */
public record Land(String use, Polygon shape) {}
