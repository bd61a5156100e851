package org.weiwang.edition.comparing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.Wgs84;

/** A round grid of a kilometre, with a vertex every ten metres, redrawn. */
class ReshapingTest {
    private static final long SEED = Long.getLong("weiwang.test.seed", System.nanoTime());
    private static final double METRE = 1 / 111_000.0;
    private static final double RADIUS = 500;
    private static final int VERTICES = 314;

    /**
     * @param off by how many metres each vertex is off at most, in each direction
     */
    private static MultiPolygon grid(double radius, double off, SplittableRandom random) {
        Coordinate[] ring = new Coordinate[VERTICES + 1];
        for (int i = 0; i < VERTICES; i++) {
            double angle = 2 * Math.PI * i / VERTICES;
            double x = radius * Math.cos(angle) + off * random.nextDouble(-1, 1);
            double y = radius * Math.sin(angle) + off * random.nextDouble(-1, 1);
            double lon = 103.5 + x * METRE / Math.cos(Math.toRadians(30.2));
            ring[i] = new Coordinate(Lattice.snap(lon), Lattice.snap(30.2 + y * METRE));
        }
        ring[VERTICES] = ring[0];
        return polygon(ring);
    }

    private static MultiPolygon polygon(Coordinate[] ring) {
        return Wgs84.FACTORY.createMultiPolygon(new Polygon[] {Wgs84.FACTORY.createPolygon(ring)});
    }

    /** By lattice steps, and by what a file rounds that keeps millimetres. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0001, 0.0007})
    void whatIsOffByRoundingIsNotReshaped(double off) {
        SplittableRandom random = new SplittableRandom(SEED);
        MultiPolygon grid = grid(RADIUS, 0, random);
        for (int run = 0; run < 20; run++) {
            assertThat(Reshaping.of(grid, grid(RADIUS, off, random))).as("seed " + SEED).isEmpty();
        }
    }

    @Test
    void aGridThatGrowsAllAroundGainsARing() {
        SplittableRandom random = new SplittableRandom(SEED);
        Reshaping grown =
                Reshaping.of(grid(RADIUS, 0, random), grid(RADIUS + 0.08, 0, random)).orElseThrow();
        double ring = 2 * Math.PI * RADIUS * 0.08;
        assertThat(EqualArea.squareMetres(grown.gained())).isCloseTo(ring, within(ring / 50));
        assertThat(grown.lost().isEmpty()).isTrue();
        assertThat(Reshaping.of(grid(RADIUS, 0, random), grid(RADIUS + 0.03, 0, random))).isEmpty();
    }

    /** The sliver is a hundred times longer than the bump, and so thin that the two are thin. */
    @Test
    void aBumpCountsThatRunsOutIntoSlivers() {
        SplittableRandom random = new SplittableRandom(SEED);
        MultiPolygon grid = grid(RADIUS, 0, random);
        MultiPolygon off = grid(RADIUS + 0.02, 0, random);
        assertThat(Reshaping.of(grid, off)).isEmpty();
        Coordinate[] ring = off.getCoordinates();
        int north = VERTICES / 4;
        ring[north] = new Coordinate(ring[north].x, ring[north].y + 0.3 * METRE);
        MultiPolygon bumped = polygon(ring);
        Reshaping reshaping = Reshaping.of(grid, bumped).orElseThrow();
        double bump = 0.3 * 2 * Math.PI * RADIUS / VERTICES;
        double moved = EqualArea.squareMetres(bumped) - EqualArea.squareMetres(grid);
        assertThat(moved).isCloseTo(2 * Math.PI * RADIUS * 0.02 + bump, within(1.0));
        assertThat(EqualArea.squareMetres(reshaping.gained())).isCloseTo(moved, within(0.01));
        assertThat(reshaping.lost().isEmpty()).isTrue();
    }

    /** The rounding all around does not count beside what was really moved. */
    @Test
    void onlyThePiecesThatAreWideEnoughCount() {
        SplittableRandom random = new SplittableRandom(SEED);
        MultiPolygon grid = grid(RADIUS, 0, random);
        MultiPolygon off = grid(RADIUS, 0.0007, random);
        Coordinate[] ring = off.getCoordinates();
        ring[100] = new Coordinate(ring[100].x, ring[100].y + 30 * METRE);
        MultiPolygon moved = polygon(ring);
        Reshaping reshaping = Reshaping.of(grid, moved).orElseThrow();
        assertThat(reshaping.gained().getNumGeometries()).isEqualTo(1);
        assertThat(reshaping.lost().isEmpty()).isTrue();
        Reshaping back = Reshaping.of(moved, grid).orElseThrow();
        assertThat(back.lost().equalsExact(reshaping.gained())).isTrue();
        assertThat(back.gained().isEmpty()).isTrue();
    }
}
