package org.weiwang.circle.network;

import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;

/**
 * Metres in place of steps, by the scales of the middle latitude of what is laid out: small
 * distances are right to some percent over a few degrees.
 *
 * @param east metres to a step of longitude
 * @param north metres to a step of latitude
 */
record Plane(double east, double north) {
    static Plane of(List<Line> lines) {
        Envelope box = new Envelope();
        lines.forEach(line -> line.points().forEach(box::expandToInclude));
        double middle = box.isNull() ? 0 : (box.getMinY() + box.getMaxY()) / 2 / Steps.PER_DEGREE;
        return new Plane(
                Ellipsoid.metresOfLongitude(middle) / Steps.PER_DEGREE,
                Ellipsoid.metresOfLatitude(middle) / Steps.PER_DEGREE);
    }

    Coordinate metres(Coordinate steps) {
        return new Coordinate(steps.x * east, steps.y * north);
    }

    /** From a point to a segment, all in steps; in metres. */
    double distance(Coordinate point, Coordinate from, Coordinate to) {
        return Distance.pointToSegment(metres(point), metres(from), metres(to));
    }

    /** Where on the segment the place nearest to the point lies: from 0 to 1. */
    double share(Coordinate point, Coordinate from, Coordinate to) {
        return new LineSegment(metres(from), metres(to)).segmentFraction(metres(point));
    }
}
