package org.weiwang.circle.network;

import java.util.function.DoubleToIntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * A straight part of an added way or of an edge.
 *
 * @param number in the way or among all segments of the network
 * @param line the way or edge
 * @param metres in a {@link Plane}
 * @param isFirst whether the line begins with it
 * @param isLast whether the line ends with it
 * @param along the millimetres from the line's start to a share of this part
 */
record Stretch(
        boolean isOnWay,
        int line,
        int number,
        LineSegment metres,
        boolean isGround,
        boolean isFirst,
        boolean isLast,
        DoubleToIntFunction along) {

    /**
     * A place on an added way or on an edge.
     *
     * @param along millimetres from its start
     */
    record Spot(boolean isOnWay, int line, int along) {}

    Spot at(double share) {
        return new Spot(isOnWay, line, along.applyAsInt(share));
    }

    /** The place nearest to a point. */
    Spot nearest(Coordinate point) {
        return at(metres.segmentFraction(point));
    }

    /** Whether the line begins (0) or ends (1) with this end of the part. */
    boolean isLineEnd(int end) {
        return end == 0 ? isFirst : isLast;
    }

    /** Whether both are the same part of a line, or follow each other. */
    boolean isNextTo(Stretch other) {
        return isOnWay == other.isOnWay
                && line == other.line
                && Math.abs(number - other.number) <= 1;
    }
}
