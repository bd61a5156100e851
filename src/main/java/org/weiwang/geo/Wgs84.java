package org.weiwang.geo;

import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/** Makes geometries in WGS 84, with packed coordinates of two numbers each. Thread-safe. */
public final class Wgs84 {
    static final int SRID = 4326;

    public static final GeometryFactory FACTORY =
            new GeometryFactory(
                    new PrecisionModel(), SRID, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private Wgs84() {}

    /**
     * @return null for null
     */
    public static Point point(LonLat place) {
        return place == null
                ? null
                : FACTORY.createPoint(
                        PackedCoordinateSequenceFactory.DOUBLE_FACTORY.create(
                                new double[] {place.lon(), place.lat()}, 2, 0));
    }
}
