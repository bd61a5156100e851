package org.weiwang.geo.file;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFactory;
import org.locationtech.jts.geom.CoordinateSequences;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * Puts the geometry of one record together, of bounded size. Nothing is repaired, but a ring that
 * is open is closed and a part with too few points repeats its first, so that what is wrong can be
 * reported with its place. What can't be is an {@link IllegalArgumentException} that says why.
 */
final class Geometries {
    private static final CoordinateSequenceFactory SEQUENCES =
            PackedCoordinateSequenceFactory.DOUBLE_FACTORY;
    private static final GeometryFactory FACTORY =
            new GeometryFactory(new PrecisionModel(), 0, SEQUENCES);

    private long taken;

    /** Room for as many pairs of x and y, of all that a record may have. */
    double[] room(long positions) {
        take(positions);
        return new double[(int) (2 * positions)];
    }

    /** Takes account of so many positions or parts. */
    void take(long positions) {
        taken += positions;
        if (positions < 0 || taken > Bounds.POSITIONS) {
            throw new IllegalArgumentException(
                    "its geometry has more than %,d positions".formatted(Bounds.POSITIONS));
        }
    }

    /**
     * @param xy none for an empty point
     * @return null for an empty one
     */
    Point point(double[] xy) {
        return xy.length == 0 ? null : FACTORY.createPoint(sequence(xy));
    }

    MultiLineString lines(List<double[]> lines) {
        return FACTORY.createMultiLineString(
                lines.stream()
                        .filter(xy -> xy.length > 0)
                        .map(Geometries::line)
                        .toArray(LineString[]::new));
    }

    private static LineString line(double[] xy) {
        // A single point, twice: a line without length, which is for others to judge.
        double[] whole = xy.length == 2 ? new double[] {xy[0], xy[1], xy[0], xy[1]} : xy;
        return FACTORY.createLineString(sequence(whole));
    }

    /**
     * @param polygons their rings, the outer one first
     */
    MultiPolygon polygons(List<List<double[]>> polygons) {
        return FACTORY.createMultiPolygon(
                polygons.stream()
                        .filter(rings -> !rings.isEmpty() && rings.get(0).length > 0)
                        .map(Geometries::polygon)
                        .toArray(Polygon[]::new));
    }

    private static Polygon polygon(List<double[]> rings) {
        LinearRing[] all =
                rings.stream()
                        .filter(xy -> xy.length > 0)
                        .map(
                                xy ->
                                        FACTORY.createLinearRing(
                                                CoordinateSequences.ensureValidRing(
                                                        SEQUENCES, sequence(xy))))
                        .toArray(LinearRing[]::new);
        return FACTORY.createPolygon(all[0], Arrays.copyOfRange(all, 1, all.length));
    }

    /** The point of a collection of one: what some programs make of every layer of points. */
    Point onlyPoint(List<double[]> points) {
        if (points.size() > 1) {
            throw new IllegalArgumentException("it has " + points.size() + " points, not one");
        }
        return points.isEmpty() ? null : point(points.get(0));
    }

    static IllegalArgumentException notRead(String type) {
        return new IllegalArgumentException(
                "its geometry is a %s; only points, lines and polygons without curves are read"
                        .formatted(type));
    }

    private static CoordinateSequence sequence(double[] xy) {
        for (double value : xy) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "it has a coordinate that is not a finite number");
            }
        }
        return new PackedCoordinateSequence.Double(xy, 2, 0);
    }
}
