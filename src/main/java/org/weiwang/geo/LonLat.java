package org.weiwang.geo;

/**
 * A place in WGS 84, longitude first, in degrees. CGCS2000 counts as equal (see ARCHITECTURE.md).
 *
 * @param lon longitude, −180 to 180
 * @param lat latitude, −90 to 90
 */
public record LonLat(double lon, double lat) {
    /**
     * @throws IllegalArgumentException when a value is not a number or out of range
     */
    public LonLat {
        if (!(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("longitude must be from -180 to 180, not " + lon);
        }
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("latitude must be from -90 to 90, not " + lat);
        }
    }
}
