package org.weiwang.geo;

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

    private EqualArea() {}

    /**
     * The area on the ellipsoid, in square metres, of a geometry in degrees; 0 for an empty one.
     */
    public static double squareMetres(Geometry wgs84) {
        return plane(wgs84).getArea();
    }

    /** The geometry, given in degrees, in metres. */
    public static Geometry plane(Geometry wgs84) {
        Geometry plane = wgs84.copy();
        Envelope box = wgs84.getEnvelopeInternal();
        plane.apply(new Projecting(Math.toRadians((box.getMinY() + box.getMaxY()) / 2)));
        return plane;
    }

    private static final class Projecting implements CoordinateSequenceFilter {
        /** How much longer a degree of longitude is than at the equator. */
        private final double scale;

        Projecting(double parallel) {
            double sine = Math.sin(parallel);
            this.scale = Math.cos(parallel) / Math.sqrt(1 - E2 * sine * sine);
        }

        @Override
        public void filter(CoordinateSequence points, int i) {
            double sine = Math.sin(Math.toRadians(points.getY(i)));
            // Twice the area between the equator and the parallel, for each unit of longitude.
            double zone =
                    (1 - E2)
                            * (sine / (1 - E2 * sine * sine)
                                    + Math.log((1 + E * sine) / (1 - E * sine)) / (2 * E));
            points.setOrdinate(
                    i,
                    CoordinateSequence.X,
                    EQUATORIAL_RADIUS * scale * Math.toRadians(points.getX(i)));
            points.setOrdinate(i, CoordinateSequence.Y, EQUATORIAL_RADIUS * zone / (2 * scale));
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
