package org.weiwang.demo.mesh;

import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;

/**
 * Bends an edge by displacing its middle, then the middles of the halves, and so on. The line stays
 * within the kite of the edge's ends and its two sites; kites of different edges do not overlap, so
 * no two bent edges can cross.
 */
final class Wiggle {
    /** How far a middle moves, as a share of its segment's length. */
    private static final double AMPLITUDE = 0.22;

    /** How much of the kite may be used. */
    private static final double ROOM = 0.55;

    private Wiggle() {}

    /**
     * @param finest segments longer than twice this, in metres, are halved again
     */
    static Coordinate[] bend(
            Coordinate from,
            Coordinate to,
            Site left,
            Site right,
            double finest,
            SplittableRandom random) {
        double length = from.distance(to);
        int depth = 0;
        while (depth < 4 && length / (1 << depth) > 2 * finest) {
            depth++;
        }
        int segments = 1 << depth;
        double[] offset = new double[segments + 1];
        displace(offset, 0, segments, length, random);
        double scale = room(offset, from, to, left, right);
        double ux = (to.x - from.x) / length;
        double uy = (to.y - from.y) / length;
        Coordinate[] line = new Coordinate[segments + 1];
        line[0] = from;
        line[segments] = to;
        for (int i = 1; i < segments; i++) {
            double along = length * i / segments;
            double aside = offset[i] * scale;
            line[i] =
                    Millimetre.round(
                            from.x + ux * along - uy * aside, from.y + uy * along + ux * aside);
        }
        return line;
    }

    private static void displace(
            double[] offset, int low, int high, double length, SplittableRandom random) {
        if (high - low < 2) {
            return;
        }
        int middle = (low + high) / 2;
        offset[middle] =
                (offset[low] + offset[high]) / 2
                        + (random.nextDouble() * 2 - 1) * AMPLITUDE * length;
        displace(offset, low, middle, length / 2, random);
        displace(offset, middle, high, length / 2, random);
    }

    /** The factor, at most one, that brings every offset into the kite. */
    private static double room(
            double[] offset, Coordinate from, Coordinate to, Site left, Site right) {
        int segments = offset.length - 1;
        double scale = 1;
        for (int i = 1; i < segments; i++) {
            double at = (double) i / segments;
            double limit = ROOM * height(from, to, offset[i] > 0 ? left : right, at);
            if (Math.abs(offset[i]) * scale > limit) {
                scale = limit / Math.abs(offset[i]);
            }
        }
        return scale;
    }

    /**
     * How high the triangle of the edge and a site stands over the edge, at a share of its length.
     */
    private static double height(Coordinate from, Coordinate to, Site site, double at) {
        double length = from.distance(to);
        double dx = (to.x - from.x) / length;
        double dy = (to.y - from.y) / length;
        double foot = ((site.x() - from.x) * dx + (site.y() - from.y) * dy) / length;
        double top = Math.abs((site.y() - from.y) * dx - (site.x() - from.x) * dy);
        double height = Double.MAX_VALUE;
        if (foot > 0) {
            height = top * at / foot;
        }
        if (foot < 1) {
            height = Math.min(height, top * (1 - at) / (1 - foot));
        }
        return height;
    }
}
