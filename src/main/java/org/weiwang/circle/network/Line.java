package org.weiwang.circle.network;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A line of a road layer, or a part of one.
 *
 * @param points two or more, in {@link Steps}, no two in a row alike
 */
record Line(List<Coordinate> points, int level, boolean isSteps) {
    Coordinate start() {
        return points.get(0);
    }

    Coordinate end() {
        return points.get(points.size() - 1);
    }

    Coordinate[] toArray() {
        return points.toArray(Coordinate[]::new);
    }
}
