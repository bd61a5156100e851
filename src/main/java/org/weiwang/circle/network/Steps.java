package org.weiwang.circle.network;

/**
 * The positions of a network: whole steps of a ten-millionth of a degree, as in OpenStreetMap; 11
 * mm of latitude.
 */
final class Steps {
    static final double PER_DEGREE = 1e7;

    private Steps() {}

    /** Whether a longitude and a latitude are numbers of degrees that there are. */
    static boolean areOnEarth(double lon, double lat) {
        return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    }

    /** The nearest step of a longitude or latitude that there is. */
    static int of(double degrees) {
        return (int) Math.rint(degrees * PER_DEGREE);
    }

    static double degrees(int step) {
        return step / PER_DEGREE;
    }
}
