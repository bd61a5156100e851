package org.weiwang.demo.mesh;

import org.locationtech.jts.geom.Coordinate;

/**
 * The grain of the plane: every coordinate that is shared or written lies on a whole millimetre.
 */
public final class Millimetre {
    private Millimetre() {}

    public static Coordinate round(double x, double y) {
        return new Coordinate(Math.rint(x * 1000) / 1000, Math.rint(y * 1000) / 1000);
    }
}
