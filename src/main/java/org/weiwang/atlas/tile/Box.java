package org.weiwang.atlas.tile;

import org.weiwang.geo.Bbox;

/** A box in steps of the {@link Plane}, edges included. */
record Box(int minX, int minY, int maxX, int maxY) {
    /** The smallest that holds the whole of a box in degrees. */
    static Box around(Bbox degrees) {
        return new Box(
                (int) Math.floor(Plane.x(degrees.west())),
                (int) Math.floor(Plane.y(degrees.north())),
                (int) Math.ceil(Plane.x(degrees.east())),
                (int) Math.ceil(Plane.y(degrees.south())));
    }

    boolean meets(Box other) {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }

    boolean covers(Box other) {
        return minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY;
    }

    boolean covers(int x, int y) {
        return minX <= x && x <= maxX && minY <= y && y <= maxY;
    }
}
