package org.weiwang.grid.raster;

import java.math.BigDecimal;

/**
 * On which side of an edge a point lies, exact for all finite doubles of the size of coordinates (a
 * product of two differences must not overflow). With {@code a} and {@code b} the edge's ends and
 * {@code p} the point, it is the sign of {@code (bx−ax)(py−ay) − (by−ay)(px−ax)}.
 */
final class Side {
    /**
     * Three roundings in each product, each of at most 2<sup>-53</sup> of it, make an error below a
     * half of this part of the products' sum.
     */
    private static final double ROUNDING = 0x1p-50;

    /** Larger than any error of a product that leaves the range of normal doubles. */
    private static final double UNDERFLOW = 0x1p-1000;

    private Side() {}

    /**
     * @return 1 when the point is left of the way from a to b, −1 when right, 0 when on its line
     */
    static int of(double ax, double ay, double bx, double by, double px, double py) {
        double left = (bx - ax) * (py - ay);
        double right = (by - ay) * (px - ax);
        return isSure(left, right) ? sign(left - right) : exact(ax, ay, bx, by, px, py);
    }

    /**
     * Whether two products of rounded differences differ by more than rounding can have done, so
     * that the sign of their difference is right.
     */
    static boolean isSure(double left, double right) {
        return Math.abs(left - right) > ROUNDING * (Math.abs(left) + Math.abs(right)) + UNDERFLOW;
    }

    /** As {@link #of}, where that was found not sure. */
    static int exact(double ax, double ay, double bx, double by, double px, double py) {
        double dx = bx - ax;
        double dy = by - ay;
        double ex = px - ax;
        double ey = py - ay;
        double left = dx * ey;
        double right = dy * ex;
        boolean exact =
                isDifference(dx, bx, ax)
                        && isDifference(dy, by, ay)
                        && isDifference(ex, px, ax)
                        && isDifference(ey, py, ay)
                        && keepsRemainder(left, dx, ey)
                        && keepsRemainder(right, dy, ex);
        if (!exact) {
            return inDecimals(ax, ay, bx, by, px, py);
        }
        // Rounding keeps order: products that differ after it differ alike before it.
        return left != right
                ? sign(left - right)
                : sign(Math.fma(dx, ey, -left) - Math.fma(dy, ex, -right));
    }

    /** Whether {@code d} is {@code a − b} without rounding (Knuth's two-sum, its error nil). */
    private static boolean isDifference(double d, double a, double b) {
        double minusB = d - a;
        return (a - (d - minusB)) + (-b - minusB) == 0;
    }

    /** Whether what rounding took from a product is a double itself. */
    private static boolean keepsRemainder(double product, double a, double b) {
        return Math.abs(product) > 0x1p-900 || a == 0 || b == 0;
    }

    private static int inDecimals(
            double ax, double ay, double bx, double by, double px, double py) {
        BigDecimal x = new BigDecimal(ax);
        BigDecimal y = new BigDecimal(ay);
        BigDecimal left = new BigDecimal(bx).subtract(x).multiply(new BigDecimal(py).subtract(y));
        BigDecimal right = new BigDecimal(by).subtract(y).multiply(new BigDecimal(px).subtract(x));
        return left.compareTo(right);
    }

    private static int sign(double value) {
        return value > 0 ? 1 : value < 0 ? -1 : 0;
    }
}
