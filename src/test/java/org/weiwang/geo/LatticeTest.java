package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.io.WKTReader;

class LatticeTest {
    private static final double STEP = 0x1p-30;
    private static final long LONGEST = 1L << 26;

    @Property
    void movesANumberByHalfAStepAtMostAndOnlyOnce(
            @ForAll @DoubleRange(min = -180, max = 180) double degrees) {
        double snapped = Lattice.snap(degrees);
        assertThat(Math.abs(snapped - degrees)).isLessThanOrEqualTo(STEP / 2);
        assertThat(snapped / STEP).isEqualTo(Math.rint(snapped / STEP));
        assertThat(Lattice.snap(snapped)).isEqualTo(snapped);
    }

    /** Points next to the edge's line, where rounding would show. */
    @Property(tries = 5000)
    void tellsTheSideOfAPointInTheEdgesBox(
            @ForAll @LongRange(min = -193_000_000_000L, max = 193_000_000_000L) long x,
            @ForAll @LongRange(min = -96_000_000_000L, max = 96_000_000_000L) long y,
            @ForAll @LongRange(min = -LONGEST, max = LONGEST) long dx,
            @ForAll @LongRange(min = -LONGEST, max = LONGEST) long dy,
            @ForAll @DoubleRange(min = 0, max = 1) double along,
            @ForAll @LongRange(min = -2, max = 2) long aside) {
        long ex = Math.round(dx * along);
        long ey = Math.round(dy * along) + aside;
        assertSide(x * STEP, y * STEP, dx, dy, ex, ey);
    }

    /** Points level with the edge, but anywhere to the left and right. */
    @Property(tries = 5000)
    void tellsTheSideOfAPointLevelWithTheEdge(
            @ForAll @LongRange(min = -193_000_000_000L, max = 193_000_000_000L) long x,
            @ForAll @LongRange(min = -LONGEST, max = LONGEST) long dx,
            @ForAll @LongRange(min = 1, max = LONGEST) long dy,
            @ForAll @DoubleRange(min = 0, max = 1) double along,
            @ForAll @LongRange(min = -193_000_000_000L, max = 193_000_000_000L) long pointX) {
        assertSide(x * STEP, 30, dx, dy, pointX - x, Math.round(dy * along));
    }

    @Property(tries = 5000)
    void findsTheMidpointOnTheEdge(
            @ForAll @LongRange(min = -193_000_000_000L, max = 193_000_000_000L) long x,
            @ForAll @LongRange(min = -96_000_000_000L, max = 96_000_000_000L) long y,
            @ForAll @LongRange(min = -LONGEST, max = LONGEST) long dx,
            @ForAll @LongRange(min = -LONGEST, max = LONGEST) long dy) {
        double ax = x * STEP;
        double ay = y * STEP;
        double bx = (x + dx) * STEP;
        double by = (y + dy) * STEP;
        assertThat(side(ax, ay, bx, by, (ax + bx) / 2, (ay + by) / 2)).isZero();
    }

    /** Off the lattice the same test errs: what the lattice is for. */
    @Test
    void isNeeded() {
        int wrong = 0;
        for (int i = 1; i <= 1000; i++) {
            double ax = 103.5;
            double ay = 30.2;
            double bx = 103.5 + i * 1.1e-5;
            double by = 30.2 + i * 1.7e-5;
            wrong += side(ax, ay, bx, by, (ax + bx) / 2, (ay + by) / 2) == 0 ? 0 : 1;
        }
        assertThat(wrong).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT (103.51 30.2) | POINT (103.51 30.2)",
                "LINESTRING (0 0, 1e-11 0, 1 1, 1 1) | LINESTRING (0 0, 1 1)",
                "LINESTRING (1 1, 1.00000000001 1) | LINESTRING (1 1, 1 1)",
                "MULTILINESTRING ((0 0, 1 1), (2 2, 2 2, 3 3))"
                        + "| MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
                "POLYGON ((0 0, 1 0, 1 0, 1 1, 0 0, 0 1e-12, 0 0)) | POLYGON ((0 0, 1 0, 1 1, 0 0))",
                "POLYGON ((1 1, 1 1, 1 1, 1 1, 1 1)) | POLYGON ((1 1, 1 1, 1 1, 1 1))",
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0), (3 1, 3 1, 3 2, 2 1, 3 1)))"
                        + "| MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0), (3 1, 3 2, 2 1, 3 1)))",
                "MULTIPOLYGON EMPTY | MULTIPOLYGON EMPTY"
            })
    void dropsPointsThatCoincide(String given, String expected) throws Exception {
        Geometry snapped = Lattice.snap(new WKTReader().read(given));
        Geometry wanted = new WKTReader().read(expected);
        assertThat(snapped.getGeometryType()).isEqualTo(wanted.getGeometryType());
        assertThat(snapped.getNumPoints()).isEqualTo(wanted.getNumPoints());
        assertThat(snapped.equalsExact(wanted, STEP / 2)).as(snapped.toText()).isTrue();
    }

    @Test
    void givesPackedFlatCoordinatesAndKeepsTheSrid() throws Exception {
        Geometry given = new WKTReader().read("POLYGON Z ((0 0 5, 1 0 5, 1 1 5, 0 0 5))");
        given.setSRID(4326);
        Polygon snapped = (Polygon) Lattice.snap(given);
        assertThat(snapped.getSRID()).isEqualTo(4326);
        assertThat(snapped.getExteriorRing().getCoordinateSequence())
                .isInstanceOf(PackedCoordinateSequence.Double.class);
        assertThat(snapped.getExteriorRing().getCoordinateSequence().getDimension()).isEqualTo(2);
    }

    private static void assertSide(double ax, double ay, long dx, long dy, long ex, long ey) {
        double bx = ax + dx * STEP;
        double by = ay + dy * STEP;
        double px = ax + ex * STEP;
        double py = ay + ey * STEP;
        assertThat((int) Math.signum(side(ax, ay, bx, by, px, py)))
                .isEqualTo(exactSide(ax, ay, bx, by, px, py));
    }

    private static double side(double ax, double ay, double bx, double by, double px, double py) {
        return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    }

    private static int exactSide(double ax, double ay, double bx, double by, double px, double py) {
        BigDecimal left = minus(bx, ax).multiply(minus(py, ay));
        BigDecimal right = minus(by, ay).multiply(minus(px, ax));
        return left.compareTo(right);
    }

    private static BigDecimal minus(double a, double b) {
        return new BigDecimal(a).subtract(new BigDecimal(b));
    }
}
