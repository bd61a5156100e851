package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

class UnionTest {
    private static final Geometry SQUARE = box(103, 30, 104, 31);

    @Test
    void neighboursAreUnitedByTheirCommonEdges() {
        MultiPolygon union = Union.of(List.of(SQUARE, box(104, 30, 105, 31)));

        assertThat(union.equalsTopo(box(103, 30, 105, 31))).isTrue();
    }

    @Test
    void whatOverlapsIsUnitedByOverlay() {
        MultiPolygon union = Union.of(List.of(SQUARE, box(103.5, 30, 105, 31)));

        assertThat(union.equalsTopo(box(103, 30, 105, 31))).isTrue();
    }

    /** What is left of their edges without the common ones is no boundary of anything. */
    @Test
    void soIsOneThatLiesInTheCornerOfAnother() {
        Geometry corner = triangle(1);
        Geometry whole = triangle(3);

        MultiPolygon union = Union.of(List.of(whole, corner));

        assertThat(union.equalsTopo(whole)).isTrue();
    }

    @Test
    void nothingHasNoGround() {
        assertThat(Union.of(List.of()).isEmpty()).isTrue();
    }

    private static Geometry box(double west, double south, double east, double north) {
        return Wgs84.FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    private static Geometry triangle(double side) {
        return Wgs84.FACTORY.createPolygon(
                new Coordinate[] {
                    new Coordinate(103, 30),
                    new Coordinate(103 + side, 30),
                    new Coordinate(103, 30 + side),
                    new Coordinate(103, 30)
                });
    }
}
