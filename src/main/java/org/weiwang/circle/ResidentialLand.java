package org.weiwang.circle;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * 居住用地: a piece of residential land.
 *
 * @param code unique in its district
 * @param use such as 城镇住宅用地
 * @param geometry longitude and latitude in degrees
 */
public record ResidentialLand(String code, String use, MultiPolygon geometry) {}
