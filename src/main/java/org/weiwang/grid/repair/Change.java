package org.weiwang.grid.repair;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * The outline of one grid in a repair; longitude and latitude in degrees.
 *
 * @param row its place in the list of grids, from 0, since codes need not be unique
 * @param code as it came; empty where there is none
 * @param before perhaps empty or invalid
 * @param after valid, two-dimensional, on {@link org.weiwang.geo.Lattice}, shells counter-clockwise
 */
public record Change(int row, String code, MultiPolygon before, MultiPolygon after) {}
