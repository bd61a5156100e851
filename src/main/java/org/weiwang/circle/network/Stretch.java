package org.weiwang.circle.network;

import java.util.function.DoubleToIntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * A straight part of an added way or of an edge.
 *
 * @param line the way or edge
 * @param number in the way or among all segments of the network
 * @param metres in a {@link Plane}
 * @param level or {@link Origin#NO_LEVEL}
 * @param isFirst whether a way, or the line that the edge is a piece of, begins with it
 * @param isLast whether it ends with it
 * @param along the millimetres from the start of the way or edge to a share of this part
 */
record Stretch(
        boolean isOnWay,
        int line,
        int number,
        LineSegment metres,
        int level,
        boolean isFirst,
        boolean isLast,
        DoubleToIntFunction along) {

    /**
     * A place on an added way or on an edge.
     *
     * @param along millimetres from its start
     */
    record Spot(boolean isOnWay, int line, int along) {}

    /**
     * The same part of an added way in another plane.
     *
     * @param from its points, in {@link Steps}
     */
    Stretch in(Plane plane, Coordinate from, Coordinate to) {
        LineSegment there = new LineSegment(plane.metres(from), plane.metres(to));
        return new Stretch(isOnWay, line, number, there, level, isFirst, isLast, along);
    }

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

    /** Whether the line begins or ends with this part, at most so many metres from a point. */
    boolean endsWithin(double most, Coordinate point) {
        return isFirst && metres.p0.distance(point) <= most
                || isLast && metres.p1.distance(point) <= most;
    }

    /** From one end of the part (0 or 1) to the other. */
    Direction leaving(int end) {
        return Direction.of(metres.getCoordinate(end), metres.getCoordinate(1 - end));
    }

    boolean isGround() {
        return level == 0;
    }

    boolean isOfLevelOf(Stretch other) {
        return level == other.level && level != Origin.NO_LEVEL;
    }

    /** Whether both are the same part of a line, or follow each other. */
    boolean isNextTo(Stretch other) {
        return isOnWay == other.isOnWay
                && line == other.line
                && Math.abs(number - other.number) <= 1;
    }
}
