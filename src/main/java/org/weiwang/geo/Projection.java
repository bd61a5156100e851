package org.weiwang.geo;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * A projection's formula, forward from degrees and back, over whole geometries.
 *
 * @param forward from longitude and latitude to easting and northing; null for the system of
 *     degrees itself
 * @param back its inverse; null likewise
 */
record Projection(MathTransform forward, MathTransform back) {
    static final Projection NONE = new Projection(null, null);

    private static final GeometryFactory PLANE =
            new GeometryFactory(
                    new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    /** How far off a position may come back from there: a millimetre, in degrees and in metres. */
    private static final double CLOSED_DEGREES = 1e-8;

    private static final double CLOSED_METRES = 1e-3;

    <G extends Geometry> G forward(G geometry, String name) throws CrsException {
        for (double[] corner : corners(geometry)) {
            if (!isDegrees(corner) || !isClosed(corner, forward, back, CLOSED_DEGREES)) {
                throw outside(corner, name);
            }
        }
        return project(geometry, name);
    }

    <G extends Geometry> G inverse(G geometry, String name) throws CrsException {
        for (double[] corner : corners(geometry)) {
            if (!isDegrees(map(back, corner)) || !isClosed(corner, back, forward, CLOSED_METRES)) {
                throw outside(corner, name);
            }
        }
        return unproject(geometry, name);
    }

    /** As {@link #forward}, without asking whether all of it finds back. */
    <G extends Geometry> G project(G geometry, String name) throws CrsException {
        return edit(geometry, forward, PLANE, name);
    }

    /** As {@link #inverse}, without asking whether all of it finds back. */
    <G extends Geometry> G unproject(G geometry, String name) throws CrsException {
        return edit(geometry, back, Wgs84.FACTORY, name);
    }

    /** A projection strays most at the far ends, so the corners speak for all between them. */
    private static double[][] corners(Geometry geometry) {
        Envelope e = geometry.getEnvelopeInternal();
        return e.isNull()
                ? new double[0][]
                : new double[][] {
                    {e.getMinX(), e.getMinY()},
                    {e.getMinX(), e.getMaxY()},
                    {e.getMaxX(), e.getMinY()},
                    {e.getMaxX(), e.getMaxY()}
                };
    }

    private static boolean isDegrees(double[] p) {
        return Math.abs(p[0]) <= 180 && Math.abs(p[1]) <= 90;
    }

    /** Far outside its zone a projection's series no longer finds back. */
    private static boolean isClosed(
            double[] p, MathTransform there, MathTransform back, double tolerance) {
        double[] again = map(back, map(there, p));
        return Math.abs(again[0] - p[0]) <= tolerance && Math.abs(again[1] - p[1]) <= tolerance;
    }

    /** Not a number where the formula refuses the position. */
    private static double[] map(MathTransform transform, double[] p) {
        if (transform == null) {
            return p;
        }
        double[] result = new double[2];
        try {
            transform.transform(p, 0, result, 0, 1);
        } catch (TransformException | IllegalArgumentException e) {
            // The latter where GeoTools would warn of degrees that are more than it can write.
            return new double[] {Double.NaN, Double.NaN};
        }
        return result;
    }

    private static CrsException outside(double[] p, String name) {
        return new CrsException(
                "the position (" + p[0] + ", " + p[1] + ") lies outside of " + name);
    }

    @SuppressWarnings("unchecked")
    private static <G extends Geometry> G edit(
            G geometry, MathTransform transform, GeometryFactory factory, String name)
            throws CrsException {
        Mapping mapping = new Mapping(transform);
        G result = (G) new GeometryEditor(factory).edit(geometry, mapping);
        if (mapping.bad != null) {
            throw outside(mapping.bad, name);
        }
        return result;
    }

    private static final class Mapping extends GeometryEditor.CoordinateSequenceOperation {
        private final MathTransform transform;
        private double[] bad;

        Mapping(MathTransform transform) {
            this.transform = transform;
        }

        @Override
        public CoordinateSequence edit(CoordinateSequence from, Geometry geometry) {
            double[] packed = new double[2 * from.size()];
            for (int i = 0; i < from.size(); i++) {
                packed[2 * i] = from.getX(i);
                packed[2 * i + 1] = from.getY(i);
            }
            map(packed);
            for (int i = 0; i < packed.length && bad == null; i++) {
                if (!Double.isFinite(packed[i])) {
                    bad = new double[] {from.getX(i / 2), from.getY(i / 2)};
                }
            }
            return new PackedCoordinateSequence.Double(packed, 2, 0);
        }

        /** All at once; where the formula refuses one, each by itself. */
        private void map(double[] packed) {
            if (transform == null) {
                return;
            }
            double[] positions = packed.clone();
            try {
                transform.transform(positions, 0, packed, 0, packed.length / 2);
            } catch (TransformException e) {
                for (int i = 0; i < packed.length; i += 2) {
                    double[] p = {positions[i], positions[i + 1]};
                    System.arraycopy(Projection.map(transform, p), 0, packed, i, 2);
                }
            }
        }
    }
}
