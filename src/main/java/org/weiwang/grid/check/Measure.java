package org.weiwang.grid.check;

import org.locationtech.jts.geom.Geometry;

/** From how wide on, in metres, ground counts: a disc of this diameter fits in somewhere. */
public final class Measure {
    /** What surveyed boundaries are good for; below it neighbours fit. */
    public static final double NARROWEST = 0.05;

    /** Narrower ground is a sliver: nobody lives in it, and snapping closes it. */
    public static final double SLIVER = 1;

    private static final double NARROWEST_AREA = Math.PI * NARROWEST * NARROWEST / 4;

    private Measure() {}

    /**
     * Whether a disc of {@link #NARROWEST} fits in.
     *
     * @param plane one polygon or several, in metres
     */
    public static boolean counts(Geometry plane) {
        double area = plane.getArea();
        if (area < NARROWEST_AREA) {
            return false;
        }
        // What is as wide on average is so somewhere; only of other pieces is it costly to know.
        return 2 * area >= NARROWEST * plane.getLength() || !plane.buffer(-NARROWEST / 2).isEmpty();
    }
}
