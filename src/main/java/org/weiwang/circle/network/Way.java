package org.weiwang.circle.network;

import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.weiwang.geo.LonLat;

/**
 * A way that is drawn over a network, walked in both directions.
 *
 * @param line longitude and latitude in degrees
 * @param level 0 on the ground, 1 to 31 on bridges, -1 to -31 in tunnels
 */
public record Way(LineString line, int level) {
    private static final double LONGEST_METRES = 100_000;

    /**
     * @throws IllegalArgumentException when it has no length or more than 100 km, or a level beyond
     *     those
     */
    public Way {
        double metres = metres(line);
        if (metres == 0 || metres > LONGEST_METRES) {
            throw new IllegalArgumentException(
                    metres == 0
                            ? "has no length"
                            : "is longer than %.0f km".formatted(LONGEST_METRES / 1000));
        }
        if (level < -Origin.HIGHEST || level > Origin.HIGHEST) {
            throw new IllegalArgumentException(
                    "must have a level from -%1$d to %1$d, not %2$d"
                            .formatted(Origin.HIGHEST, level));
        }
    }

    /** Whether a point lies at most so many metres from it, so that it comes onto it. */
    public boolean isWithin(double metres, LonLat point) {
        return new WayLines(List.of(this)).nearest(point, metres).isPresent();
    }

    /** The length on the ellipsoid. */
    public double metres() {
        return metres(line);
    }

    private static double metres(LineString line) {
        CoordinateSequence points = line.getCoordinateSequence();
        double metres = 0;
        for (int i = 1; i < points.size(); i++) {
            metres +=
                    Steps.metres(
                            Steps.of(points.getX(i - 1)),
                            Steps.of(points.getY(i - 1)),
                            Steps.of(points.getX(i)),
                            Steps.of(points.getY(i)));
        }
        return metres;
    }
}
