package org.weiwang.circle.network;

import org.locationtech.jts.geom.Coordinate;

/** Where to a line leaves from its end, in metres of a plane. */
record Direction(double east, double north) {
    /**
     * Of 60°: bridges that land side by side come from less far apart, arms of one from farther.
     */
    private static final double COSINE = 0.5;

    static Direction of(Coordinate end, Coordinate next) {
        return new Direction(next.x - end.x, next.y - end.y);
    }

    /** Whether who comes along one line goes on along the other: they are over 60° apart. */
    boolean goesOnAs(Direction other) {
        double lengths = Math.hypot(east, north) * Math.hypot(other.east, other.north);
        return east * other.east + north * other.north < COSINE * lengths;
    }
}
