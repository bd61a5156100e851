package org.weiwang.feature.cql2;

import org.locationtech.jts.geom.Geometry;

/** What lies somewhere. */
public sealed interface Shape {
    /** The feature's geometry, or that it has none. */
    record OfFeature() implements Shape {}

    /**
     * What the filter says.
     *
     * @param geometry longitude and latitude in degrees; valid, not empty, of one dimension
     */
    record Literal(Geometry geometry) implements Shape {}
}
