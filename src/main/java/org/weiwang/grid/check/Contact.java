package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.Wgs84;

/** Where lines run along a piece of ground. */
final class Contact {
    /** Lines so near to a piece, in metres, touch it. */
    private static final double NEAR = Measure.NARROWEST / 2;

    /** What only meets at a point runs along so many metres at most. */
    private static final double POINT = 4 * NEAR;

    /** No degree is shorter than so many metres, but near the poles. */
    private static final double DEGREE = 1_000;

    private final EqualArea projection;
    private final Envelope box;
    private final Geometry around;

    Contact(Geometry piece) {
        projection = EqualArea.around(piece);
        box = box(piece);
        around = projection.project(piece).buffer(NEAR);
    }

    /** In which all lies that comes near a piece. */
    static Envelope box(Geometry piece) {
        Envelope box = piece.getEnvelopeInternal().copy();
        box.expandBy(NEAR / DEGREE);
        return box;
    }

    /** Whether one of the lines comes near, be it at a point. */
    boolean touches(Geometry wgs84) {
        return near(wgs84).intersects(around);
    }

    /** Whether the lines come near along more than a point. */
    boolean borders(Geometry wgs84) {
        return along(wgs84) > POINT;
    }

    /** How many metres of the lines come near, but for a few centimetres. */
    double along(Geometry wgs84) {
        return around.intersection(near(wgs84)).getLength();
    }

    /** The edges that may come near, in metres. */
    private Geometry near(Geometry wgs84) {
        List<LineString> edges = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(wgs84)) {
            CoordinateSequence points = ((LineString) line).getCoordinateSequence();
            for (int i = 1; i < points.size(); i++) {
                Coordinate from = points.getCoordinate(i - 1);
                Coordinate to = points.getCoordinate(i);
                if (box.intersects(from, to)) {
                    edges.add(Wgs84.FACTORY.createLineString(new Coordinate[] {from, to}));
                }
            }
        }
        return projection.project(
                Wgs84.FACTORY.createMultiLineString(edges.toArray(LineString[]::new)));
    }
}
