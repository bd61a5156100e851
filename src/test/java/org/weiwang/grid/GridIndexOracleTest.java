package org.weiwang.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.weiwang.bench.MicroGrids;
import org.weiwang.geo.LonLat;

/**
 * The micro grids of the demo county 简阳市, asked for more than a million points: every vertex, every
 * edge's middle, and places of addresses. Set {@code -Dweiwang.test.seed} to replay a run.
 */
@Tag("store")
class GridIndexOracleTest {
    private static final long SEED = Long.getLong("weiwang.test.seed", System.nanoTime());
    private static final int LEAST = 1_000_000;
    private static final int BESIDE = 100_000;
    private static final int SHOWN = 10;

    private static final PostgisLocator POSTGIS = new PostgisLocator();
    private static List<Grid> grids;
    private static List<LonLat> onEdges;
    private static List<LonLat> points;

    @BeforeAll
    static void choosePoints() throws Exception {
        MicroGrids county = MicroGrids.county();
        grids = county.grids();
        onEdges = List.copyOf(verticesAndMiddles());
        points = new ArrayList<>(onEdges);
        int places = Math.max(LEAST - points.size(), LEAST / 4);
        double[] addresses = county.addresses(places, new SplittableRandom(SEED));
        for (int i = 0; i < places; i++) {
            points.add(new LonLat(addresses[2 * i], addresses[2 * i + 1]));
        }
        System.out.printf(
                "GridIndexOracleTest: seed %d, %d points, %d of them vertices and middles%n",
                SEED, points.size(), onEdges.size());
    }

    private static Set<LonLat> verticesAndMiddles() {
        List<LineString> rings = new ArrayList<>();
        grids.forEach(grid -> grid.geometry().apply(new LinearComponentExtracter(rings)));
        Set<LonLat> found = new HashSet<>();
        for (LineString ring : rings) {
            Coordinate[] ends = ring.getCoordinates();
            for (int i = 1; i < ends.length; i++) {
                Coordinate a = ends[i - 1];
                Coordinate b = ends[i];
                found.add(new LonLat(b.x, b.y));
                found.add(new LonLat((a.x + b.x) / 2, (a.y + b.y) / 2));
            }
        }
        return found;
    }

    @Test
    void everyPointHasTheGridThatJtsAndPostgisFind() throws Exception {
        List<Covering> found = GridIndexTest.locate(grids, points);
        assertThat(differences(points, found, JtsLocator.locate(grids, points))).isEmpty();
        assertThat(differences(points, found, POSTGIS.locate(grids, points))).isEmpty();
        assertThat(points.size()).isGreaterThanOrEqualTo(LEAST);
    }

    /** PostGIS computes in plain doubles, so what it misses there is counted and no more. */
    @Test
    void pointsOneStepBesideAnEdgeAreJudgedExactly() throws Exception {
        List<LonLat> beside = beside();
        List<Covering> exact = exact(beside);
        assertThat(differences(beside, GridIndexTest.locate(grids, beside), exact)).isEmpty();
        System.out.printf(
                "GridIndexOracleTest: of %d points a step beside an edge PostGIS misses %d%n",
                beside.size(), misses(exact, POSTGIS.locate(grids, beside)));
    }

    private static List<LonLat> beside() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<LonLat> beside = new ArrayList<>();
        for (int i = 0; i < BESIDE; i++) {
            LonLat on = onEdges.get(random.nextInt(onEdges.size()));
            beside.add(
                    switch (i % 4) {
                        case 0 -> new LonLat(Math.nextUp(on.lon()), on.lat());
                        case 1 -> new LonLat(Math.nextDown(on.lon()), on.lat());
                        case 2 -> new LonLat(on.lon(), Math.nextUp(on.lat()));
                        default -> new LonLat(on.lon(), Math.nextDown(on.lat()));
                    });
        }
        return beside;
    }

    /** By decimal arithmetic, over the grids in whose box a point is. */
    private static List<Covering> exact(List<LonLat> asked) {
        STRtree boxes = new STRtree();
        grids.forEach(grid -> boxes.insert(grid.geometry().getEnvelopeInternal(), grid));
        boxes.build();
        List<Covering> coverings = new ArrayList<>();
        for (LonLat point : asked) {
            List<Grid> near = new ArrayList<>();
            boxes.query(
                    new Envelope(new Coordinate(point.lon(), point.lat())),
                    grid -> near.add((Grid) grid));
            coverings.addAll(new ExactLocator().locate(near, List.of(point)));
        }
        return coverings;
    }

    private static long misses(List<Covering> expected, List<Covering> found) {
        return IntStream.range(0, expected.size())
                .filter(i -> !Objects.equals(expected.get(i), found.get(i)))
                .count();
    }

    /** The first of them. */
    private static Map<LonLat, String> differences(
            List<LonLat> asked, List<Covering> ours, List<Covering> theirs) {
        return IntStream.range(0, asked.size())
                .filter(i -> !Objects.equals(ours.get(i), theirs.get(i)))
                .limit(SHOWN)
                .boxed()
                .collect(
                        Collectors.toMap(
                                asked::get,
                                i ->
                                        "seed "
                                                + SEED
                                                + ": "
                                                + text(ours.get(i))
                                                + " here, "
                                                + text(theirs.get(i))
                                                + " there"));
    }

    private static String text(Covering covering) {
        return covering == null
                ? "none"
                : covering.grid().code() + (covering.onBoundary() ? " on its boundary" : "");
    }
}
