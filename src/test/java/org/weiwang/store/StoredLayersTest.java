package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.ServedDemoCounty;
import org.weiwang.atlas.Atlas;
import org.weiwang.edition.layer.LayerSource;
import org.weiwang.edition.layer.Selection;
import org.weiwang.edition.layer.StoredLayer;
import org.weiwang.edition.layer.StoredLayers.Page;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Row;
import org.weiwang.feature.cql2.Filter;
import org.weiwang.feature.cql2.FilterCrs;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.CrsBox;
import org.weiwang.geo.Wgs84;

/** The layers of the demo county as the database has them. */
@Tag("store")
class StoredLayersTest {
    private static final long SEED = Long.getLong("weiwang.test.seed", System.nanoTime());

    private static final Map<StoredLayer, List<Row>> everything = new EnumMap<>(StoredLayer.class);
    private static Database database;
    private static JdbcStoredLayers layers;
    private static Atlas atlas;

    @BeforeAll
    static void open() throws Exception {
        System.out.println("StoredLayersTest: seed " + SEED);
        ServedDemoCounty county = ServedDemoCounty.get();
        atlas = county.atlas();
        database = Database.open(Optional.of(county.database()), Path.of("target"));
        layers = new JdbcStoredLayers(database.dataSource());
        for (StoredLayer layer : StoredLayer.values()) {
            List<Row> rows = new ArrayList<>();
            layers.all(layer, source(layer), Selection.ALL).forEach(rows::add);
            everything.put(layer, rows);
        }
    }

    @AfterAll
    static void close() {
        database.close();
        everything.clear();
    }

    private static LayerSource source(StoredLayer layer) {
        return atlas.source(layer);
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Sql.number(connection, sql);
        }
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private static List<Row> pages(StoredLayer layer, Selection selection, int limit) {
        List<Row> rows = new ArrayList<>();
        Page page = layers.page(layer, source(layer), selection, null, limit);
        rows.addAll(page.rows());
        while (page.more()) {
            assertThat(page.rows()).hasSize(limit);
            String last = page.rows().get(limit - 1).id();
            page = layers.page(layer, source(layer), selection, last, limit);
            assertThat(page.rows()).as("a page that was told of").isNotEmpty();
            rows.addAll(page.rows());
        }
        return rows;
    }

    @Test
    void allThatIsInForceIsThere() throws Exception {
        assertThat(everything.get(StoredLayer.ADDRESSES))
                .hasSize((int) number("SELECT count(*) FROM address_in_force"))
                .hasSizeGreaterThan(20_000);
        assertThat(everything.get(StoredLayer.OUTSIDE_ADDRESSES))
                .as("the demo county's grids cover all of its addresses")
                .isEmpty();
        assertThat(everything.get(StoredLayer.ROADS))
                .hasSize((int) number("SELECT count(*) FROM road"))
                .hasSizeGreaterThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADDRESSES", "ROADS"})
    void pagesAreAllOfItOnceInOneOrder(StoredLayer layer) {
        List<String> all = ids(everything.get(layer));
        assertThat(all).doesNotHaveDuplicates();
        assertThat(ids(pages(layer, Selection.ALL, 997))).isEqualTo(all);
        int half = (all.size() + 1) / 2;
        assertThat(ids(pages(layer, Selection.ALL, half))).isEqualTo(all);
        assertThat(layers.page(layer, source(layer), Selection.ALL, null, all.size()).more())
                .as("a page that is just full is the last")
                .isFalse();
        assertThat(layers.page(layer, source(layer), Selection.ALL, last(all), 10).rows())
                .isEmpty();
    }

    private static String last(List<String> all) {
        return all.get(all.size() - 1);
    }

    private static Class<?> inJava(Property.Type type) {
        return switch (type) {
            case STRING -> String.class;
            case INTEGER -> Number.class;
            case NUMBER -> Double.class;
            case BOOLEAN -> Boolean.class;
            case TIMESTAMP -> Instant.class;
        };
    }

    @ParameterizedTest
    @EnumSource(names = {"ADDRESSES", "ROADS"})
    void valuesAreOfTheTypeThatTheLayerSays(StoredLayer layer) {
        FeatureType type = layer.type();
        for (Row row : everything.get(layer)) {
            for (int i = 0; i < type.properties().size(); i++) {
                if (row.value(i) != null) {
                    assertThat(row.value(i))
                            .as("%s of %s", type.properties().get(i).name(), row.id())
                            .isInstanceOf(inJava(type.properties().get(i).type()));
                }
            }
            if (row.geometry() != null) {
                assertThat(row.geometry().getGeometryType()).isEqualTo(type.geometry().geoJson());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ADDRESSES", "ROADS"})
    void aFeatureIsFoundByItsId(StoredLayer layer) {
        List<Row> all = everything.get(layer);
        FeatureType type = layer.type();
        for (Row row : List.of(all.get(0), all.get(all.size() / 2), all.get(all.size() - 1))) {
            Row found = layers.feature(layer, source(layer), row.id()).orElseThrow();
            assertThat(found.id()).isEqualTo(row.id());
            assertThat((Object) found.geometry()).isEqualTo(row.geometry());
            for (int i = 0; i < type.properties().size(); i++) {
                assertThat(found.value(i)).isEqualTo(row.value(i));
            }
        }
        for (String id :
                List.of("", "x", "0-0", "510131-", "510131-\0", "510131-nowhere", "999999-1")) {
            assertThat(layers.feature(layer, source(layer), id)).as(id).isEmpty();
        }
    }

    /** Against the exact test of each feature. Edges run through features' own coordinates. */
    @ParameterizedTest
    @EnumSource(names = {"ADDRESSES", "ROADS"})
    void inABoxIsWhatSharesAPointWithIt(StoredLayer layer) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Row> all = everything.get(layer);
        List<Row> placed = all.stream().filter(row -> row.geometry() != null).toList();
        for (int i = 0; i < 8; i++) {
            Coordinate one = corner(placed, random);
            Coordinate other = corner(placed, random);
            Envelope box = new Envelope(one, i == 0 ? one : other);
            Geometry rectangle = Wgs84.FACTORY.toGeometry(box);
            List<String> expected =
                    placed.stream()
                            .filter(row -> rectangle.intersects(row.geometry()))
                            .map(Row::id)
                            .toList();
            Selection within = new Selection(rectangle, null);
            assertThat(ids(pages(layer, within, 499))).as("box %s", box).isEqualTo(expected);
            assertThat(layers.count(layer, source(layer), within)).isEqualTo(expected.size());
            assertThat(expected).as("both corners are features'").isNotEmpty();
        }
    }

    private static Coordinate corner(List<Row> placed, SplittableRandom random) {
        Geometry geometry = placed.get(random.nextInt(placed.size())).geometry();
        return geometry.getCoordinates()[random.nextInt(geometry.getNumPoints())];
    }

    @ParameterizedTest
    @EnumSource(names = {"ADDRESSES", "ROADS"})
    void aBoxAcrossTheAntimeridianIsTheTwoOnItsSides(StoredLayer layer) {
        List<Row> all = everything.get(layer);
        double middle = all.get(all.size() / 2).geometry().getCoordinate().x;
        double slightlyWest = middle - 0.01;
        List<String> expected =
                all.stream()
                        .filter(row -> row.geometry() != null)
                        .filter(row -> isOutside(row.geometry(), slightlyWest, middle))
                        .map(Row::id)
                        .toList();
        Selection crossing =
                new Selection(CrsBox.of(new Bbox(middle, -90, slightlyWest, 90)).polygon(), null);
        assertThat(ids(pages(layer, crossing, 5_000))).isEqualTo(expected).isNotEmpty();
        assertThat(layers.count(layer, source(layer), crossing)).isEqualTo(expected.size());
    }

    private static boolean isOutside(Geometry geometry, double west, double east) {
        Envelope envelope = geometry.getEnvelopeInternal();
        return envelope.getMinX() <= west || envelope.getMaxX() >= east;
    }

    @ParameterizedTest
    @EnumSource(names = {"ADDRESSES", "ROADS"})
    void theCountAndTheExtentAreThoseOfAll(StoredLayer layer) {
        List<Row> all = everything.get(layer);
        assertThat(layers.count(layer, source(layer), Selection.ALL)).isEqualTo(all.size());
        Envelope expected = new Envelope();
        all.stream()
                .filter(row -> row.geometry() != null)
                .forEach(row -> expected.expandToInclude(row.geometry().getEnvelopeInternal()));
        for (int i = 0; i < 2; i++) {
            Bbox extent = layers.extent(layer, source(layer)).orElseThrow();
            Envelope found =
                    new Envelope(extent.west(), extent.east(), extent.south(), extent.north());
            assertThat(found.contains(expected)).isTrue();
            // Of lines PostGIS keeps the box in single precision.
            found.expandBy(-1e-4);
            assertThat(expected.contains(found)).isTrue();
        }
    }

    /** Against the filter put to each feature. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADDRESSES | households > 1 AND text LIKE '%1%'",
                "ADDRESSES | households IS NULL OR NOT (district = '510131')",
                "ADDRESSES | S_INTERSECTS(geometry, POLYGON((103.4 30.1, 103.6 30.1, 103.5 30.3, 103.4 30.1)))",
                "ROADS | name IS NULL AND steps = FALSE",
                "ROADS | kind IN ('支路', '步道') AND layer BETWEEN 0 AND 1 AND district = '510131'",
            })
    void whatAFilterIsTrueOfIsThere(StoredLayer layer, String cql2) throws Exception {
        Filter filter = Filter.ofText(cql2, layer.type(), FilterCrs.CRS84);
        Geometry middle = everything.get(layer).get(100).geometry();
        Envelope box = middle.getEnvelopeInternal();
        box.expandBy(0.02);
        Geometry rectangle = Wgs84.FACTORY.toGeometry(box);
        List<Row> expected = everything.get(layer).stream().filter(filter::test).toList();
        Selection matching = new Selection(null, filter);
        assertThat(ids(pages(layer, matching, 5_000))).isEqualTo(ids(expected));
        assertThat(layers.count(layer, source(layer), matching)).isEqualTo(expected.size());
        Selection both = new Selection(rectangle, filter);
        assertThat(ids(pages(layer, both, 101)))
                .isEqualTo(
                        expected.stream()
                                .filter(row -> row.geometry() != null)
                                .filter(row -> rectangle.intersects(row.geometry()))
                                .map(Row::id)
                                .toList());
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            new Patience(Duration.ofMillis(20)).bound(connection);
            assertThatThrownBy(() -> Sql.number(connection, "SELECT 1 FROM pg_sleep(60)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(StoreException.isAway(e)).isTrue());
        }
    }

    @Test
    void addressesAreOrderedByNumberAndRoadsByCode() {
        assertThat(everything.get(StoredLayer.ADDRESSES))
                .isSortedAccordingTo(
                        Comparator.comparingInt(
                                row -> Integer.parseInt(row.id().replaceFirst(".*-", ""))));
        assertThat(everything.get(StoredLayer.ROADS))
                .isSortedAccordingTo(Comparator.comparing(Row::id));
    }
}
