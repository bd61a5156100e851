package org.weiwang.geo.tile;

/**
 * The square plane of web maps (EPSG:3857), scaled so that the world is 1 wide: x from 0 at 180°
 * west to 1 at 180° east, y from 0 in the north to 1 in the south. Thread-safe.
 */
public final class WebMercator {
    /** In degrees, where the square ends in the north, and likewise in the south: 85.0511…. */
    public static final double MAX_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

    private WebMercator() {}

    /** Of a longitude in degrees. */
    public static double x(double lon) {
        return lon / 360 + 0.5;
    }

    /** Of a latitude in degrees; of one beyond the square, that of the square's edge. */
    public static double y(double lat) {
        if (Math.abs(lat) >= MAX_LATITUDE) {
            return lat > 0 ? 0 : 1;
        }
        double sine = Math.sin(Math.toRadians(lat));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }

    /** The longitude in degrees. */
    public static double lon(double x) {
        return (x - 0.5) * 360;
    }

    /** The latitude in degrees. */
    public static double lat(double y) {
        return Math.toDegrees(Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)));
    }
}
