package org.weiwang.geo.file;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A record of a file of features.
 *
 * @param number of the record, counted from 1; deleted records of a shapefile count
 * @param geometry in the file's reference system, easting or longitude first, coordinates just as
 *     they are stored: a Point, MultiLineString or MultiPolygon; null for none
 * @param attributes the values by field name, in the file's order: text without surrounding blanks,
 *     numbers in plain notation without trailing zeros, dates as 2026-01-31, {@code true} and
 *     {@code false}; empty where there is none
 */
public record Shape(int number, Geometry geometry, Map<String, String> attributes) {}
