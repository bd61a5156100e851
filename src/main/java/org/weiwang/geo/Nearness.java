package org.weiwang.geo;

/** How far places of a city are from one of them, for comparison alone. Immutable. */
public final class Nearness {
    private final LonLat from;
    private final double lonScale;

    public Nearness(LonLat from) {
        this.from = from;
        lonScale = Math.cos(Math.toRadians(from.lat()));
    }

    /**
     * Grows with the distance.
     *
     * @param place null for one that is farther than all others
     */
    public double of(LonLat place) {
        if (place == null) {
            return Double.POSITIVE_INFINITY;
        }
        double x = (place.lon() - from.lon()) * lonScale;
        double y = place.lat() - from.lat();
        return x * x + y * y;
    }
}
