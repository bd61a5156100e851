package org.weiwang.geo;

import java.util.function.DoubleUnaryOperator;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Lambert's cylindrical equal-area projection of the WGS 84 ellipsoid, its standard parallel
 * through the middle of what is projected. Areas are those on the ellipsoid, of figures whose edges
 * are straight in the plane: from edges that are straight in degrees, as grids' are, an edge of a
 * kilometre differs by a centimetre. Lengths are true along the standard parallel, and to a
 * thousandth 15 km from it at 30°N. Thread-safe.
 */
public final class EqualArea {
    private static final double EQUATORIAL_RADIUS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double E2 = FLATTENING * (2 - FLATTENING);
    private static final double E = Math.sqrt(E2);

    /** Newton's method gains so many digits with each step that it has all of them by then. */
    private static final int STEPS = 5;

    /** How much longer a degree of longitude is than at the equator. */
    private final double scale;

    private EqualArea(double scale) {
        this.scale = scale;
    }

    /** The projection whose standard parallel is in the middle of a geometry in degrees. */
    public static EqualArea around(Geometry wgs84) {
        Envelope box = wgs84.getEnvelopeInternal();
        double parallel = Math.toRadians((box.getMinY() + box.getMaxY()) / 2);
        return new EqualArea(Math.cos(parallel) / Math.sqrt(1 - E2 * square(Math.sin(parallel))));
    }

    /**
     * The area on the ellipsoid, in square metres, of a geometry in degrees; 0 for an empty one.
     */
    public static double squareMetres(Geometry wgs84) {
        return plane(wgs84).getArea();
    }

    /** The geometry, given in degrees, in metres. */
    public static Geometry plane(Geometry wgs84) {
        return around(wgs84).project(wgs84);
    }

    /** The geometry, given in degrees, in metres, easting first. */
    public Geometry project(Geometry wgs84) {
        Geometry plane = wgs84.copy();
        plane.apply(new Moving(this::x, this::y));
        return plane;
    }

    /** The geometry, given in metres, in degrees, longitude first, to a micrometre. */
    public Geometry unproject(Geometry plane) {
        Geometry wgs84 = plane.copy();
        wgs84.apply(new Moving(this::lon, this::lat));
        return wgs84;
    }

    private double x(double lon) {
        return EQUATORIAL_RADIUS * scale * Math.toRadians(lon);
    }

    private double y(double lat) {
        return EQUATORIAL_RADIUS * zone(Math.sin(Math.toRadians(lat))) / (2 * scale);
    }

    private double lon(double x) {
        return Math.toDegrees(x / (EQUATORIAL_RADIUS * scale));
    }

    private double lat(double y) {
        double wanted = 2 * scale * y / EQUATORIAL_RADIUS;
        double sine = wanted / zone(1);
        for (int step = 0; step < STEPS; step++) {
            double slope = 2 * (1 - E2) / square(1 - E2 * square(sine));
            sine = Math.max(-1, Math.min(1, sine - (zone(sine) - wanted) / slope));
        }
        return Math.toDegrees(Math.asin(sine));
    }

    /** Twice the area between the equator and a parallel, for each unit of longitude. */
    private static double zone(double sine) {
        return (1 - E2)
                * (sine / (1 - E2 * sine * sine)
                        + Math.log((1 + E * sine) / (1 - E * sine)) / (2 * E));
    }

    private static double square(double value) {
        return value * value;
    }

    private record Moving(DoubleUnaryOperator x, DoubleUnaryOperator y)
            implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence points, int i) {
            points.setOrdinate(i, CoordinateSequence.X, x.applyAsDouble(points.getX(i)));
            points.setOrdinate(i, CoordinateSequence.Y, y.applyAsDouble(points.getY(i)));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
