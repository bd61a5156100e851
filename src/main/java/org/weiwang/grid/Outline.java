package org.weiwang.grid;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * What a town or a district covers: the union of its community grids.
 *
 * @param code of the town or the district
 * @param parentCode code of the district that the town belongs to; null for a district
 * @param geometry longitude and latitude in degrees
 */
public record Outline(String code, String name, String parentCode, MultiPolygon geometry) {}
