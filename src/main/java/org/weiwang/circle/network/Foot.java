package org.weiwang.circle.network;

import org.locationtech.jts.geom.Coordinate;

/**
 * The place of a line that is nearest to an end that it passes.
 *
 * @param segment of the line, from 0
 * @param share of the segment, from 0 to 1
 * @param place in whole {@link Steps}
 */
record Foot(End end, int segment, double share, Coordinate place) {
    static Foot of(End end, int segment, Coordinate from, Coordinate to) {
        double share = end.share(from, to);
        Coordinate place =
                new Coordinate(
                        Math.rint(from.x + share * (to.x - from.x)),
                        Math.rint(from.y + share * (to.y - from.y)));
        return new Foot(end, segment, share, place);
    }

    /** How far along the line, in segments. */
    double along() {
        return segment + share;
    }
}
