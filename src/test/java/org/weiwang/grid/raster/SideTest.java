package org.weiwang.grid.raster;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.ExactLocator;

class SideTest {
    @Property
    void anyPointOfAnyEdge(
            @ForAll @DoubleRange(min = -80, max = 80) double ax,
            @ForAll @DoubleRange(min = -80, max = 80) double ay,
            @ForAll @DoubleRange(min = -80, max = 80) double bx,
            @ForAll @DoubleRange(min = -80, max = 80) double by,
            @ForAll @DoubleRange(min = 0, max = 1) double part) {
        double px = ax + part * (bx - ax);
        double py = ay + part * (by - ay);
        check(ax, ay, bx, by, px, py);
        check(ax, ay, bx, by, Math.nextUp(px), py);
        check(ax, ay, bx, by, px, Math.nextDown(py));
        check(ax, ay, bx, by, py, px);
        check(ax, ay, bx, by, ax, ay);
        check(ax, ay, bx, by, bx, by);
    }

    @Test
    void differencesTooSmallForAProduct() {
        double tiny = Double.MIN_VALUE;
        check(0, 0, tiny, tiny, 2 * tiny, 3 * tiny);
        check(0, 0, tiny, tiny, 2 * tiny, 2 * tiny);
        check(0, 0, 0x1p-600, 0x1p-600, 0x1p-600, Math.nextUp(0x1p-600));
        check(0, 0, 1, tiny, 2, tiny);
    }

    @Test
    void differencesThatAreRounded() {
        check(-1, -0x1p-60, 1, 0x1p-60, 0, 0);
        check(-1, -0x1p-60, 1, 0x1p-60, 0, Double.MIN_VALUE);
        check(100, 0x1p-70, 0x1p-70, 100, 50, 50);
    }

    private static void check(double ax, double ay, double bx, double by, double px, double py) {
        int exact =
                ExactLocator.side(
                        new Coordinate(ax, ay), new Coordinate(bx, by), new LonLat(px, py));
        assertThat(Side.of(ax, ay, bx, by, px, py)).isEqualTo(exact);
    }
}
