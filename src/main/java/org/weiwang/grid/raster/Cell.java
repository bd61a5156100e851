package org.weiwang.grid.raster;

/**
 * A square of 2<sup>shift − 40</sup> degrees, its western and southern border its own, the others
 * its neighbours'. Borders are doubles without rounding, and so is which cell a point lies in.
 *
 * @param x how many cells of this size its western border is from longitude 0
 * @param y how many cells of this size its southern border is from latitude 0
 * @param shift the size
 */
record Cell(long x, long y, int shift) {
    private static final double STEPS_PER_DEGREE = 0x1p40;

    /** The smallest cells' number on the axis: for doubles up to 2<sup>12</sup> degrees, exact. */
    static long step(double degrees) {
        // A product with a power of two has no rounding; -0.0 becomes 0.
        return (long) Math.floor(degrees * STEPS_PER_DEGREE);
    }

    double west() {
        return degrees(x);
    }

    double south() {
        return degrees(y);
    }

    double east() {
        return degrees(x + 1);
    }

    double north() {
        return degrees(y + 1);
    }

    private double degrees(long count) {
        return (count << shift) / STEPS_PER_DEGREE;
    }

    /** Whether an edge may have a point in the cell: surely not when false. */
    boolean mayTouch(Edges edges, int edge) {
        if (edges.ay(edge) >= north()
                || edges.by(edge) < south()
                || edges.west(edge) >= east()
                || edges.east(edge) < west()) {
            return false;
        }
        // If two opposite corners, those across its slope, are on one side, all of the cell is.
        boolean eastward = edges.bx(edge) >= edges.ax(edge);
        int one = edges.side(edge, eastward ? west() : east(), north());
        int other = edges.side(edge, eastward ? east() : west(), south());
        return one != other || one == 0;
    }
}
