package org.weiwang.circle.network;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.LineString;
import org.weiwang.geo.Wgs84;

/** Draws parts of edges. Thread-safe. */
public final class EdgeLines {
    private EdgeLines() {}

    /**
     * The part of an edge between two places, longitude and latitude in degrees; two points that
     * coincide where they are the same place.
     *
     * @param from millimetres from the edge's first point, 0 or more
     * @param to likewise, not before {@code from}; beyond the edge's length is its end
     */
    public static LineString part(WalkNetwork network, int edge, int from, int to) {
        int[] points = network.points;
        CoordinateList line = new CoordinateList();
        double walked = 0;
        Coordinate last = null;
        for (int p = network.firstPoint[edge]; p < network.firstPoint[edge + 1] - 1; p++) {
            double length =
                    1000
                            * Steps.metres(
                                    points[2 * p],
                                    points[2 * p + 1],
                                    points[2 * p + 2],
                                    points[2 * p + 3]);
            double after = walked + length;
            boolean isLast = p == network.firstPoint[edge + 1] - 2;
            if (line.isEmpty() && (from <= after || isLast)) {
                line.add(at(points, p, (from - walked) / length), false);
            }
            if (!line.isEmpty()) {
                last = at(points, p, isLast || to <= after ? (to - walked) / length : 1);
                line.add(last, false);
            }
            if (to <= after) {
                break;
            }
            walked = after;
        }
        if (line.size() < 2) {
            line.add(last, true);
        }
        return Wgs84.FACTORY.createLineString(line.toCoordinateArray());
    }

    /**
     * @param share of the segment: from 0 to 1, or a little beyond by rounding
     */
    private static Coordinate at(int[] points, int p, double share) {
        double t = Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
        double x = points[2 * p] + t * ((double) points[2 * p + 2] - points[2 * p]);
        double y = points[2 * p + 1] + t * ((double) points[2 * p + 3] - points[2 * p + 1]);
        return new Coordinate(x / Steps.PER_DEGREE, y / Steps.PER_DEGREE);
    }
}
