package org.weiwang.circle.network;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A line of a road layer, or a part of one.
 *
 * @param points two or more, in {@link Steps}, no two in a row alike
 * @param level an int, or {@link #NODED}
 * @param isAloft whether it is on a bridge or in a tunnel
 */
record Line(List<Coordinate> points, long level, boolean isSteps, boolean isAloft) {
    /** In place of the level of a line that is joined at its ends only. */
    static final long NODED = Long.MIN_VALUE;

    boolean isNoded() {
        return level == NODED;
    }

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
