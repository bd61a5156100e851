package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Wgs84;

/** Grounds on squares of a thousandth of a degree, about a hundred metres. */
class CoverageTest {
    private static final double SQUARE = 0x1p-10;
    private static final double CENTIMETRE = 1e-7;

    @Test
    void neighboursShareTheirEdges() {
        Coverage coverage = of(box(0, 0, 1, 1), box(1, 0, 2, 1), box(0, 1, 2, 2));
        assertThat(coverage.areNeighbours()).isTrue();
        assertGround(coverage, box(0, 0, 2, 2));
    }

    @Test
    void soTheyDoWhereOneHasAVertexMore() {
        Coverage coverage = of(box(0, 0, 1, 1), ring(1, 0, 2, 0, 2, 1, 1, 1, 1, 0.5));
        assertThat(coverage.areNeighbours()).isTrue();
        assertGround(coverage, box(0, 0, 2, 1));
    }

    @Test
    void orHasItSomeMillimetresBesideTheEdge() {
        double beside = 1 - 0.4 * CENTIMETRE / SQUARE;
        Coverage coverage = of(box(0, 0, 1, 1), ring(1, 0, 2, 0, 2, 1, 1, 1, beside, 0.5));
        assertThat(coverage.areNeighbours()).isTrue();
        assertThat(coverage.ground().getNumGeometries()).isOne();
    }

    @Test
    void notSoTenCentimetresBesideIt() {
        double beside = 1 - 10 * CENTIMETRE / SQUARE;
        Coverage coverage = of(box(0, 0, 1, 1), ring(1, 0, 2, 0, 2, 1, 1, 1, beside, 0.5));
        assertThat(coverage.areNeighbours()).isFalse();
    }

    @Test
    void whatOverlapsAreNoNeighbours() {
        Coverage coverage = of(box(0, 0, 2, 1), box(1, 0, 3, 1));
        assertThat(coverage.areNeighbours()).isFalse();
        assertGround(coverage, box(0, 0, 3, 1));
    }

    @Test
    void neitherAreThoseThatCross() {
        Coverage coverage = of(box(0, 1, 3, 2), box(1, 0, 2, 3));
        assertThat(coverage.areNeighbours()).isFalse();
    }

    @Test
    void neitherIsWhatLiesInAnother() {
        Coverage coverage = of(box(0, 0, 3, 3), box(1, 1, 2, 2));
        assertThat(coverage.areNeighbours()).isFalse();
        assertGround(coverage, box(0, 0, 3, 3));
    }

    @Test
    void neitherIsOneInTheCornerOfAnother() {
        Coverage coverage = of(ring(0, 0, 3, 0, 0, 3), ring(0, 0, 1, 0, 0, 1));
        assertThat(coverage.areNeighbours()).isFalse();
        assertGround(coverage, ring(0, 0, 3, 0, 0, 3));
    }

    @Test
    void neitherIsTheSameTwice() {
        Coverage coverage = of(box(0, 0, 1, 1), box(0, 0, 1, 1));
        assertThat(coverage.areNeighbours()).isFalse();
        assertGround(coverage, box(0, 0, 1, 1));
    }

    @Test
    void thoseThatMeetAtAPointAreNeighbours() {
        Coverage coverage = of(box(0, 0, 1, 1), box(1, 1, 2, 2));
        assertThat(coverage.areNeighbours()).isTrue();
        assertThat(coverage.ground().getNumGeometries()).isEqualTo(2);
    }

    @Test
    void whatNoneHasIsAHole() {
        Coverage coverage = of(box(0, 0, 3, 1), box(0, 2, 3, 3), box(0, 1, 1, 2), box(2, 1, 3, 2));
        assertThat(coverage.areNeighbours()).isTrue();
        assertGround(coverage, Overlay.difference(box(0, 0, 3, 3), box(1, 1, 2, 2)).get(0));
    }

    @Test
    void noGroundsHaveNoGround() {
        Coverage coverage = of();
        assertThat(coverage.areNeighbours()).isTrue();
        assertThat(coverage.ground().isEmpty()).isTrue();
    }

    private static void assertGround(Coverage coverage, Polygon expected) {
        assertThat(coverage.ground().buffer(Sum.NEAR).covers(expected)).isTrue();
        assertThat(expected.buffer(Sum.NEAR).covers(coverage.ground())).isTrue();
    }

    private static Coverage of(Polygon... polygons) {
        List<Ground> grounds = new ArrayList<>();
        for (Polygon polygon : polygons) {
            MultiPolygon shape = Overlay.multiPolygon(List.of(polygon));
            grounds.add(new Ground(grounds.size(), null, shape));
        }
        return Coverage.of(grounds);
    }

    private static Polygon box(double west, double south, double east, double north) {
        return ring(west, south, east, south, east, north, west, north);
    }

    private static Polygon ring(double... corners) {
        Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
        for (int i = 0; i < ring.length; i++) {
            int corner = 2 * i % corners.length;
            ring[i] =
                    new Coordinate(
                            103 + corners[corner] * SQUARE, 30 + corners[corner + 1] * SQUARE);
        }
        return Wgs84.FACTORY.createPolygon(ring);
    }
}
