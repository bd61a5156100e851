package org.weiwang.grid.check;

import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The largest that fits in some ground, to a fiftieth.
 *
 * @param width its diameter in metres
 */
record Disc(double width, Point centre) {
    /** How exactly the radius is found, as a share of what it is at least. */
    private static final double EXACTNESS = 0.02;

    /** From how many times as long as wide on average ground is narrow. */
    private static final double NARROW = 50;

    /**
     * @param plane a polygon in metres
     */
    static Disc in(Geometry plane) {
        // No less than half of what is as wide on average as the piece fits in.
        double least = plane.getArea() / plane.getLength();
        return plane.getLength() > 4 * NARROW * least
                ? inNarrow(plane, least)
                : inWide(plane, least);
    }

    private static Disc inWide(Geometry plane, double least) {
        MaximumInscribedCircle circle = new MaximumInscribedCircle(plane, EXACTNESS * least);
        return new Disc(2 * circle.getRadiusLine().getLength(), circle.getCenter());
    }

    /** By what is left without its rim, which takes a hundredth of the time in what is narrow. */
    private static Disc inNarrow(Geometry plane, double least) {
        double fits = 0;
        double fitsNot = least;
        Geometry centres = plane;
        for (Geometry left = plane.buffer(-fitsNot); !left.isEmpty(); ) {
            centres = left;
            fits = fitsNot;
            fitsNot *= 2;
            left = plane.buffer(-fitsNot);
        }
        while (fitsNot - fits > EXACTNESS * least) {
            double radius = (fits + fitsNot) / 2;
            Geometry left = plane.buffer(-radius);
            if (left.isEmpty()) {
                fitsNot = radius;
            } else {
                centres = left;
                fits = radius;
            }
        }
        return new Disc(2 * fits, centres.getInteriorPoint());
    }
}
