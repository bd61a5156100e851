package org.weiwang.circle.network;

import org.locationtech.jts.geom.Coordinate;
import org.weiwang.geo.Ellipsoid;

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

    /**
     * The metres between two positions in whole steps. Of what is short, up to 10 km and 60° of
     * latitude, they are right to a hundred thousandth.
     */
    static double metres(Coordinate a, Coordinate b) {
        return metres((int) a.x, (int) a.y, (int) b.x, (int) b.y);
    }

    /** As for positions of coordinates. */
    static double metres(int x1, int y1, int x2, int y2) {
        double middle = (degrees(y1) + degrees(y2)) / 2;
        double east = ((double) x2 - x1) / PER_DEGREE * Ellipsoid.metresOfLongitude(middle);
        double north = ((double) y2 - y1) / PER_DEGREE * Ellipsoid.metresOfLatitude(middle);
        return Math.hypot(east, north);
    }
}
