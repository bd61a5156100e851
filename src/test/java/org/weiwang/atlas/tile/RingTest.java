package org.weiwang.atlas.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

class RingTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int[] SQUARE = {0, 0, 10, 0, 10, 10, 0, 10};

    @Test
    void aRingIsClockwiseOnAMapWhereRowsCountFromTheNorth() {
        Coordinate[] clockwise = {
            new Coordinate(0, 0),
            new Coordinate(10, 0),
            new Coordinate(10, 10),
            new Coordinate(0, 10),
            new Coordinate(0, 0)
        };
        byte[] grades = {9, 9, 14, 0, 1, 13, 9, 9};
        GradedRing outer = GradedRing.of(new CoordinateArraySequence(clockwise), true, grades, 2);
        assertThat(outer.at(14)).isEqualTo(SQUARE);
        assertThat(outer.at(13)).containsExactly(10, 0, 10, 10, 0, 10);
        assertThat(outer.at(0)).containsExactly(10, 0);
        assertThat(Ring.doubledArea(SQUARE)).isEqualTo(200);
        GradedRing hole = GradedRing.of(new CoordinateArraySequence(clockwise), false, grades, 2);
        assertThat(hole.at(14)).containsExactly(0, 0, 0, 10, 10, 10, 10, 0);
        assertThat(hole.at(1)).containsExactly(10, 10, 10, 0);
    }

    @Test
    void whatIsCutEndsAtTheBox() {
        assertThat(Ring.cut(SQUARE, new Box(5, -5, 15, 15)))
                .containsExactly(5, 0, 10, 0, 10, 10, 5, 10);
        assertThat(Ring.cut(SQUARE, new Box(20, 20, 30, 30))).isEmpty();
        assertThat(Ring.doubledArea(Ring.cut(SQUARE, new Box(2, 2, 4, 4)))).isEqualTo(8);
    }

    /** Against the intersection of a triangle and a box by JTS, in steps that don't matter. */
    @Property
    void areasAreThoseOfTheIntersection(
            @ForAll @Size(6) List<@IntRange(min = -2000, max = 2000) Integer> corners) {
        int[] triangle = corners.stream().mapToInt(corner -> corner * 1000).toArray();
        if (Ring.doubledArea(triangle) == 0) {
            return;
        }
        Box box = new Box(-1_000_000, -1_000_000, 1_000_000, 1_000_000);
        double cut = Math.abs(Ring.doubledArea(Ring.cut(triangle, box)) / 2.0);
        Geometry expected =
                FACTORY.createPolygon(
                                new Coordinate[] {
                                    at(triangle, 0),
                                    at(triangle, 2),
                                    at(triangle, 4),
                                    at(triangle, 0)
                                })
                        .intersection(FACTORY.toGeometry(new Envelope(-1e6, 1e6, -1e6, 1e6)));
        assertThat(cut).isCloseTo(expected.getArea(), within(1e7));
    }

    private static Coordinate at(int[] ring, int i) {
        return new Coordinate(ring[i], ring[i + 1]);
    }

    /** Two triangles on both sides of an edge are cut at the same places of it. */
    @Property
    void neighboursAreCutAtTheSamePlaces(
            @ForAll @Size(8) List<@IntRange(min = -5000, max = 5000) Integer> positions) {
        int[] p = positions.stream().mapToInt(Integer::intValue).toArray();
        int[] one = {p[0], p[1], p[2], p[3], p[4], p[5]};
        int[] other = {p[2], p[3], p[0], p[1], p[6], p[7]};
        int[] both = {p[0], p[1], p[6], p[7], p[2], p[3], p[4], p[5]};
        Box box = new Box(-999, -777, 1001, 1333);
        assertThat(Ring.doubledArea(Ring.cut(one, box)) + Ring.doubledArea(Ring.cut(other, box)))
                .isEqualTo(Ring.doubledArea(Ring.cut(both, box)));
    }
}
