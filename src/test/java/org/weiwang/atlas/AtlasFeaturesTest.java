package org.weiwang.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.circle.Facility;
import org.weiwang.edition.Edition;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.CrsBox;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.ServedCrs;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Town;

/** Three districts, side by side, whose grids take turns in the order of codes. */
class AtlasFeaturesTest {
    private static final UUID HISTORY = UUID.randomUUID();
    private static final CityLayer<Grid> MICRO = CityLayer.grids(Level.MICRO);
    private static final int ROWS = 20;
    private static final double SIZE = 0.01;
    private static final double WEST = 103.5;
    private static final double SOUTH = 30;

    private final Atlas atlas =
            new Atlas(1, new History(HISTORY, List.of()), List.of(part(0), part(1), part(2)));

    @Test
    void allFeaturesAreInTheOrderOfIdsAndPutTogetherOnce() {
        List<Feature<Grid>> all = atlas.all(MICRO);
        assertThat(all).hasSize(3 * ROWS * ROWS).extracting(Feature::id).isSorted();
        assertThat(atlas.all(MICRO)).isSameAs(all);
        assertThat(atlas.all(CityLayer.grids(Level.GENERAL))).isEmpty();
    }

    @Test
    void townsDistrictsAndFacilitiesAreLayersOfTheCity() {
        assertThat(atlas.all(CityLayer.TOWNS))
                .extracting(Feature::id)
                .containsExactly("510000101", "510001101", "510002101");
        assertThat(atlas.all(CityLayer.DISTRICTS))
                .extracting(Feature::id)
                .containsExactly("510000", "510001", "510002");
        assertThat(atlas.all(CityLayer.FACILITIES))
                .extracting(Feature::id)
                .containsExactly("510000-1", "510001-1", "510002-1");
        assertThat(atlas.feature(CityLayer.TOWNS, "510001101").orElseThrow().subject().name())
                .isEqualTo("镇");
        assertThat(atlas.feature(CityLayer.TOWNS, "510001")).isEmpty();
    }

    @Test
    void itsBoxIsTheBoxAroundAll() {
        assertThat(atlas.bbox(MICRO))
                .contains(new Bbox(WEST, SOUTH, WEST + 3 * ROWS * SIZE, SOUTH + ROWS * SIZE));
        assertThat(atlas.bbox(CityLayer.grids(Level.GENERAL))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aBoxHoldsWhatItWouldOfAllOneByOne(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            double west = WEST - 0.05 + random.nextDouble() * 0.7;
            double south = SOUTH - 0.05 + random.nextDouble() * 0.3;
            Envelope box =
                    new Envelope(
                            west,
                            west + random.nextDouble() * 0.4,
                            south,
                            south + random.nextDouble() * 0.2);
            for (ServedCrs crs : ServedCrs.values()) {
                check(box(box, crs));
            }
        }
    }

    private void check(CrsBox box) {
        assertThat(atlas.within(MICRO, box))
                .isEqualTo(
                        atlas.all(MICRO).stream()
                                .filter(feature -> box.intersects(feature.geometry()))
                                .toList());
        assertThat(atlas.near(MICRO, box.box().orElseThrow()))
                .containsAll(atlas.within(MICRO, box))
                .extracting(Feature::id)
                .isSorted();
    }

    /** Grids whose edges lie on the box' edges are in it. */
    @Test
    void aBoxHoldsWhatTouchesIt() {
        double east = WEST + 5 * SIZE;
        Bbox box = new Bbox(east, SOUTH, east, SOUTH + SIZE / 2);
        assertThat(atlas.within(MICRO, CrsBox.of(box))).hasSize(2);
    }

    @Test
    void aBoxAcrossTheAntimeridianHoldsWhatLiesOnBothSides() {
        assertThat(atlas.within(MICRO, CrsBox.of(new Bbox(WEST + SIZE / 2, -90, -180, 90))))
                .hasSize(3 * ROWS * ROWS);
        assertThat(atlas.within(MICRO, CrsBox.of(new Bbox(170, -90, -170, 90)))).isEmpty();
        assertThat(
                        atlas.within(
                                MICRO,
                                CrsBox.of(new Bbox(WEST + SIZE / 2, -90, WEST + SIZE / 4, 90))))
                .hasSize(3 * ROWS * ROWS)
                .extracting(Feature::id)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aBoxAroundAllHoldsTheListThatIsThere() {
        Bbox all = atlas.bbox(MICRO).orElseThrow();
        assertThat(atlas.within(MICRO, CrsBox.of(all))).isSameAs(atlas.all(MICRO));
        Bbox less = new Bbox(all.west() + 1.5 * SIZE, all.south(), all.east(), all.north());
        assertThat(atlas.within(MICRO, CrsBox.of(less))).hasSize(3 * ROWS * ROWS - ROWS);
        assertThat(atlas.within(CityLayer.grids(Level.GENERAL), CrsBox.of(all))).isEmpty();
    }

    @Test
    void aBoxOutOfRangeHoldsNothing() {
        assertThat(atlas.within(MICRO, CrsBox.of(new Bbox(0, 91, 180, 99)))).isEmpty();
        assertThat(
                        atlas.within(
                                MICRO,
                                CrsBox.of(new double[] {1e8, 1e8, 2e8, 2e8}, ServedCrs.EPSG_4544)))
                .isEmpty();
    }

    private static CrsBox box(Envelope wgs84, ServedCrs crs) {
        try {
            Envelope e = crs.eastingFirst(Wgs84.FACTORY.toGeometry(wgs84)).getEnvelopeInternal();
            return CrsBox.of(
                    crs.isNorthFirst()
                            ? new double[] {e.getMinY(), e.getMinX(), e.getMaxY(), e.getMaxX()}
                            : new double[] {e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY()},
                    crs);
        } catch (CrsException e) {
            throw new AssertionError(e);
        }
    }

    private static DistrictPart part(int number) {
        String code = "51000" + number;
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < ROWS * ROWS; i++) {
            grids.add(
                    grid(
                            "%03d%d".formatted(i, number),
                            Level.MICRO,
                            "parent",
                            number * ROWS + i % ROWS,
                            i / ROWS));
        }
        grids.add(grid(code + "101001", Level.COMMUNITY, code + "101", number * ROWS, 0));
        return new DistrictPart(
                new DistrictPart.Version(HISTORY, new Edition(code, 1), Map.of()),
                new DistrictPart.Content(
                        new District(code, "区"),
                        List.of(new Town(code + "101", "镇")),
                        grids,
                        List.of(),
                        List.of(new Facility("1", "园", "幼儿园", new LonLat(WEST, SOUTH), null)),
                        null),
                null);
    }

    private static Grid grid(String code, Level level, String parent, int column, int row) {
        double west = WEST + column * SIZE;
        double south = SOUTH + row * SIZE;
        Coordinate[] ring = {
            new Coordinate(west, south),
            new Coordinate(WEST + (column + 1) * SIZE, south),
            new Coordinate(WEST + (column + 1) * SIZE, SOUTH + (row + 1) * SIZE),
            new Coordinate(west, SOUTH + (row + 1) * SIZE),
            new Coordinate(west, south)
        };
        MultiPolygon outline =
                Wgs84.FACTORY.createMultiPolygon(new Polygon[] {Wgs84.FACTORY.createPolygon(ring)});
        return new Grid(code, level, "网格", null, parent, null, outline);
    }
}
