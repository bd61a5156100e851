package org.weiwang.feature.cql2;

import org.locationtech.jts.geom.Geometry;

/** The reference system that the geometries in a filter are in. */
@FunctionalInterface
public interface FilterCrs {
    /** Longitude and latitude of WGS 84, in degrees. */
    FilterCrs CRS84 = geometry -> geometry;

    /**
     * @param geometry with its axes in the order of the reference system
     * @return longitude first, in degrees of WGS 84
     * @throws Cql2Exception when it does not lie where the reference system holds
     */
    Geometry toWgs84(Geometry geometry) throws Cql2Exception;

    /**
     * Which of the two axes, 0 or 1, is a longitude in degrees: along this one a box may cross the
     * antimeridian. Any other number where none is.
     */
    default int longitudeAxis() {
        return 0;
    }
}
