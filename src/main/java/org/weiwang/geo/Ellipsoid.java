package org.weiwang.geo;

/** How long degrees are on the WGS 84 ellipsoid. */
public final class Ellipsoid {
    private static final double EQUATORIAL_RADIUS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double E2 = FLATTENING * (2 - FLATTENING);

    private Ellipsoid() {}

    /** The metres of a degree of longitude on the parallel of a latitude in degrees. */
    public static double metresOfLongitude(double lat) {
        double phi = Math.toRadians(lat);
        double sine = Math.sin(phi);
        return Math.toRadians(EQUATORIAL_RADIUS * Math.cos(phi) / Math.sqrt(1 - E2 * sine * sine));
    }

    /** The metres of a degree of latitude at a latitude in degrees. */
    public static double metresOfLatitude(double lat) {
        double sine = Math.sin(Math.toRadians(lat));
        double w = 1 - E2 * sine * sine;
        return Math.toRadians(EQUATORIAL_RADIUS * (1 - E2) / (w * Math.sqrt(w)));
    }
}
