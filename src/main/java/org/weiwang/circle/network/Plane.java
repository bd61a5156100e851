package org.weiwang.circle.network;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.weiwang.geo.Ellipsoid;

/**
 * Metres in place of steps, by the scales of the middle latitude of a line: near it small distances
 * are right to some thousandths where it is 20 km long, to a hundredth where it is 100.
 *
 * @param east metres to a step of longitude
 * @param north metres to a step of latitude
 */
record Plane(double east, double north) {
    static Plane of(List<Coordinate> line) {
        Envelope box = new Envelope();
        line.forEach(box::expandToInclude);
        double middle = (box.getMinY() + box.getMaxY()) / 2 / Steps.PER_DEGREE;
        return new Plane(
                Ellipsoid.metresOfLongitude(middle) / Steps.PER_DEGREE,
                Ellipsoid.metresOfLatitude(middle) / Steps.PER_DEGREE);
    }

    Coordinate metres(Coordinate steps) {
        return new Coordinate(steps.x * east, steps.y * north);
    }
}
