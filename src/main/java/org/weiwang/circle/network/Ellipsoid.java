package org.weiwang.circle.network;

import org.locationtech.jts.geom.Coordinate;

/**
 * Lengths on the WGS 84 ellipsoid of what is short: up to 10 km and 60° of latitude they are right
 * to a hundred thousandth.
 */
final class Ellipsoid {
    private static final double EQUATORIAL_RADIUS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double E2 = FLATTENING * (2 - FLATTENING);

    private Ellipsoid() {}

    /** The metres of a degree of longitude on the parallel of a latitude in degrees. */
    static double metresOfLongitude(double lat) {
        double phi = Math.toRadians(lat);
        double sine = Math.sin(phi);
        return Math.toRadians(EQUATORIAL_RADIUS * Math.cos(phi) / Math.sqrt(1 - E2 * sine * sine));
    }

    /** The metres of a degree of latitude at a latitude in degrees. */
    static double metresOfLatitude(double lat) {
        double sine = Math.sin(Math.toRadians(lat));
        double w = 1 - E2 * sine * sine;
        return Math.toRadians(EQUATORIAL_RADIUS * (1 - E2) / (w * Math.sqrt(w)));
    }

    /** The metres between two positions in whole {@link Steps}. */
    static double metres(Coordinate a, Coordinate b) {
        return metres((int) a.x, (int) a.y, (int) b.x, (int) b.y);
    }

    /** The metres between two positions in {@link Steps}. */
    static double metres(int x1, int y1, int x2, int y2) {
        double middle = (Steps.degrees(y1) + Steps.degrees(y2)) / 2;
        double east = ((double) x2 - x1) / Steps.PER_DEGREE * metresOfLongitude(middle);
        double north = ((double) y2 - y1) / Steps.PER_DEGREE * metresOfLatitude(middle);
        return Math.hypot(east, north);
    }
}
