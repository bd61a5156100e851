package org.weiwang.geo;

import org.locationtech.jts.geom.Envelope;

/**
 * A box in WGS 84 degrees, edges included: west, south, east, north. A box whose west is greater
 * than its east crosses the antimeridian.
 */
public record Bbox(double west, double south, double east, double north) {
    /**
     * @throws IllegalArgumentException when a value is not finite or south is greater than north
     */
    public Bbox {
        if (!Double.isFinite(west)
                || !Double.isFinite(south)
                || !Double.isFinite(east)
                || !Double.isFinite(north)) {
            throw new IllegalArgumentException("a box has four finite numbers");
        }
        if (south > north) {
            throw new IllegalArgumentException(
                    "the box's south (" + south + ") is greater than its north (" + north + ")");
        }
    }

    public static Bbox of(Envelope envelope) {
        return new Bbox(
                envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
    }

    /** Whether the place lies in the box or on its edge. */
    public boolean covers(LonLat place) {
        boolean isEast = place.lon() >= west;
        boolean isWest = place.lon() <= east;
        return place.lat() >= south
                && place.lat() <= north
                && (west <= east ? isEast && isWest : isEast || isWest);
    }

    /** West, south, east, north. */
    public double[] toArray() {
        return new double[] {west, south, east, north};
    }
}
