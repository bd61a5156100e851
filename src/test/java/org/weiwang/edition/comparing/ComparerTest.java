package org.weiwang.edition.comparing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.ServedDemoCounty;
import org.weiwang.edition.AddressId;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.importing.Importer;
import org.weiwang.edition.importing.RedrawnHandOver;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.geo.EqualArea;
import org.weiwang.grid.Grid;
import org.weiwang.store.Database;
import org.weiwang.store.JdbcComparisonStore;
import org.weiwang.store.JdbcEditionStore;
import org.weiwang.store.TestDatabase;

/** The two states of a small district, in PostGIS. */
@Tag("store")
class ComparerTest {
    private static final String BEFORE = SmallHandOver.DISTRICT + "-1";
    private static final String AFTER = SmallHandOver.DISTRICT + "-2";
    private static final double EARTH_RADIUS = 6_371_000;

    @TempDir private Path folder;
    private Database database;
    private Comparer comparer;

    @BeforeEach
    void bringIn() throws Exception {
        database = Database.open(Optional.of(TestDatabase.fresh()), Path.of("target"));
        RedrawnHandOver.writeBefore(folder.resolve("before"));
        RedrawnHandOver.writeAfter(folder.resolve("after"));
        importing(true, folder.resolve("before"));
        importing(false, folder.resolve("after"));
        comparer = new Comparer(new JdbcComparisonStore(database.dataSource()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void importing(boolean publish, Path... files) throws Exception {
        new Importer(
                        new JdbcEditionStore(
                                database.dataSource(), database.forLongWork(), Duration.ZERO))
                .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, publish, files));
    }

    private Comparison compare(String from, String to) throws Exception {
        return comparer.compare(comparer.pair(from, to));
    }

    @Test
    void everyChangeIsFoundOfTownsAndOfAllLevels() throws Exception {
        assertThat(compare(BEFORE, AFTER).changed())
                .extracting(c -> c.levelName() + " " + c.code() + " " + c.changes())
                .containsExactly(
                        "TOWN 510999001 [RENAMED]",
                        "TOWN 510999002 [REMOVED]",
                        "TOWN 510999003 [ADDED]",
                        "COMMUNITY 510999001001 [RESHAPED, RENAMED]",
                        "COMMUNITY 510999002001 [RESHAPED, REPARENTED]",
                        "GENERAL 510999001001001 [RESHAPED]",
                        "GENERAL 510999002001001 [RESHAPED]",
                        "MICRO 510999001001001001 [RESHAPED, KIND_CHANGED]",
                        "MICRO 510999001001001002 [RESHAPED, HOUSEHOLDS_CHANGED]",
                        "MICRO 510999001001001003 [REMOVED]",
                        "MICRO 510999002001001001 [REPARENTED]",
                        "MICRO 510999002001001002 [REMOVED]",
                        "MICRO 510999002001001003 [ADDED]",
                        "MICRO 510999002001001004 [ADDED]",
                        "MICRO 510999002001001005 [ADDED]",
                        "DEDICATED 510999001001Z001 [REMOVED]",
                        "DEDICATED 510999001001Z002 [ADDED]");
    }

    @Test
    void bothNamesParentsKindsAndHouseholdsAreTold() throws Exception {
        List<Changed> changed = compare(BEFORE, AFTER).changed();
        Changed community = changed.get(3);
        assertThat(community.before().name()).isEqualTo("东社区");
        assertThat(community.after().name()).isEqualTo("东风社区");
        Changed reparented = changed.get(10);
        assertThat(reparented.before().parentCode()).isEqualTo("510999002001001");
        assertThat(reparented.after().parentCode()).isEqualTo("510999001001001");
        assertThat(changed.get(7).before().kind()).isEqualTo("小区");
        assertThat(changed.get(7).after().kind()).isEqualTo("院落");
        assertThat(changed.get(8).before().households()).isEqualTo(60);
        assertThat(changed.get(8).after().households()).isEqualTo(70);
    }

    @Test
    void countsAreByLevelAndChange() throws Exception {
        var counts = compare(BEFORE, AFTER).counts();
        assertThat(counts.keySet())
                .containsExactly("TOWN", "COMMUNITY", "GENERAL", "MICRO", "DEDICATED");
        assertThat(counts.get("MICRO"))
                .containsEntry(Change.ADDED, 3L)
                .containsEntry(Change.REMOVED, 2L)
                .containsEntry(Change.RESHAPED, 2L)
                .containsEntry(Change.RENAMED, 0L);
    }

    /**
     * PostGIS measures between geodesics. An edge along a parallel of length l strays from its
     * geodesic by an area of at most l³·tan(latitude)/(12·radius), 8 m² for a kilometre.
     */
    @Test
    void theAreasMovedAreThoseThatPostgisMeasures() throws Exception {
        List<Changed> reshaped =
                compare(BEFORE, AFTER).changed().stream()
                        .filter(changed -> changed.reshaping() != null)
                        .toList();
        assertThat(reshaped).hasSize(6);
        for (Changed changed : reshaped) {
            assertMeasured(changed.reshaping().gained(), changed.code(), AFTER, BEFORE);
            assertMeasured(changed.reshaping().lost(), changed.code(), BEFORE, AFTER);
        }
        MultiPolygon strip = reshaped.get(4).reshaping().gained();
        assertThat(EqualArea.squareMetres(strip)).isCloseTo(100_000, within(200.0));
    }

    private void assertMeasured(MultiPolygon piece, String code, String of, String without)
            throws SQLException {
        List<String> measured =
                query(
                        """
                        SELECT coalesce(sum(ST_Area(piece)), 0)
                        FROM (
                            SELECT (ST_Dump(ST_Difference(one.geom, other.geom))).geom::geography
                                AS piece
                            FROM grid AS one JOIN grid AS other ON other.code = one.code
                            WHERE one.code = ? AND one.edition = ? AND other.edition = ?) AS pieces
                        WHERE 2 * ST_Area(piece) > 0.05 * ST_Perimeter(piece)
                        """,
                        code,
                        of,
                        without);
        double stray = 0.1;
        Coordinate[] ring = EqualArea.plane(piece).getCoordinates();
        for (int i = 1; i < ring.length; i++) {
            stray +=
                    Math.pow(Math.abs(ring[i].x - ring[i - 1].x), 3)
                            * Math.tan(Math.toRadians(30.3))
                            / (12 * EARTH_RADIUS);
        }
        assertThat(EqualArea.squareMetres(piece))
                .as(code)
                .isCloseTo(Double.parseDouble(measured.get(0)), within(stray));
    }

    @Test
    void anEditionAndItselfDoNotDiffer() throws Exception {
        Comparison none = compare(AFTER, AFTER);
        assertThat(none.changed()).isEmpty();
        assertThat(none.flows()).isEmpty();
        assertThat(none.addresses()).isEqualTo(11);
        assertThat(comparer.moved(none, AddressId.START, 10)).isEmpty();
    }

    @Test
    void theWayBackIsTheMirrorOfTheWayThere() throws Exception {
        Comparison there = compare(BEFORE, AFTER);
        Comparison back = compare(AFTER, BEFORE);
        assertThat(back.changed()).hasSameSizeAs(there.changed());
        for (int i = 0; i < there.changed().size(); i++) {
            Changed one = there.changed().get(i);
            Changed other = back.changed().get(i);
            assertThat(other.code()).isEqualTo(one.code());
            assertThat(other.before()).isEqualTo(one.after());
            assertThat(other.after()).isEqualTo(one.before());
            if (one.reshaping() != null) {
                assertThat(other.reshaping())
                        .isEqualTo(new Reshaping(one.reshaping().lost(), one.reshaping().gained()));
            }
        }
        assertThat(back.flows())
                .extracting(ComparerTest::backwards)
                .containsExactlyInAnyOrderElementsOf(
                        there.flows().stream().map(ComparerTest::forwards).toList());
    }

    @Test
    void addressesFlowAsTheRuleSaysInSql() throws Exception {
        List<String> flows =
                query(
                        """
                        SELECT concat_ws(' ', coalesce(before, '-'), coalesce(after, '-'),
                            count(*), sum(coalesce(households, 0)))
                        FROM (
                            SELECT households,
                                (SELECT code FROM grid WHERE edition = ?
                                    AND level IN ('MICRO', 'DEDICATED')
                                    AND ST_Covers(grid.geom, address.geom)
                                    ORDER BY level, code COLLATE "C" LIMIT 1) AS before,
                                (SELECT code FROM grid WHERE edition = ?
                                    AND level IN ('MICRO', 'DEDICATED')
                                    AND ST_Covers(grid.geom, address.geom)
                                    ORDER BY level, code COLLATE "C" LIMIT 1) AS after
                            FROM address
                            WHERE data_set = (
                                SELECT min(version) FROM data_set WHERE name = 'address')) AS placed
                        WHERE before IS DISTINCT FROM after
                        GROUP BY before, after
                        """,
                        BEFORE,
                        AFTER);
        Comparison comparison = compare(BEFORE, AFTER);
        assertThat(comparison.flows())
                .extracting(ComparerTest::forwards)
                .containsExactlyInAnyOrderElementsOf(flows)
                .hasSize(7)
                .startsWith("510999002001001002 510999002001001004 2 10");
        assertThat(comparison.addressesMoved()).isEqualTo(8);
        assertThat(comparison.householdsMoved()).isEqualTo(46);
        assertThat(comparison.addresses()).isEqualTo(11);
    }

    private static String forwards(Flow flow) {
        return "%s %s %d %d"
                .formatted(code(flow.from()), code(flow.to()), flow.addresses(), flow.households());
    }

    private static String backwards(Flow flow) {
        return forwards(new Flow(flow.to(), flow.from(), flow.addresses(), flow.households()));
    }

    private static String code(Grid grid) {
        return grid == null ? "-" : grid.code();
    }

    @Test
    void theAddressesThatMoveComeOnceEachPageByPageOrAllInARow() throws Exception {
        Comparison comparison = compare(BEFORE, AFTER);
        List<MovedAddress> all = new ArrayList<>();
        comparer.eachMoved(comparison, all::add);
        assertThat(all)
                .extracting(moved -> moved.address().text())
                .containsExactly("东路1号", "+校路2号", "医路3号", "丁路4号", "丁路5号", "丁路6号", "新路9号", "南路10号");
        assertThat(all.get(0).flow().from().name()).isEqualTo("乙");
        assertThat(all.get(0).flow().to().name()).isEqualTo("甲");
        assertThat(all.get(6).flow().from()).isNull();
        assertThat(all.get(7).flow().to()).isNull();
        List<MovedAddress> paged = new ArrayList<>();
        List<MovedAddress> page = comparer.moved(comparison, AddressId.START, 3);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = comparer.moved(comparison, page.get(page.size() - 1).id(), 3);
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aPairIsComparedAgainOnlyWhenOtherAddressesAreInForce() throws Exception {
        Comparison first = compare(BEFORE, AFTER);
        assertThat(compare(BEFORE, AFTER)).isSameAs(first);
        importing(false, folder.resolve("after/addresses.csv"));
        Comparison second = compare(BEFORE, AFTER);
        assertThat(second.pair().dataSet()).isGreaterThan(first.pair().dataSet());
        assertThat(second.flows()).hasSameSizeAs(first.flows());
        assertThatThrownBy(() -> comparer.moved(first, AddressId.START, 3))
                .isInstanceOf(NotNowException.class)
                .hasMessageContaining("ask again");
        Pair gone = first.pair();
        assertThatThrownBy(() -> comparerWithNothingKept().compare(gone))
                .isInstanceOf(NotNowException.class);
    }

    private Comparer comparerWithNothingKept() {
        return new Comparer(new JdbcComparisonStore(database.dataSource()));
    }

    @Test
    void itIsKnownWhetherAnEditionWasEverInForce() throws Exception {
        Pair pair = comparer.pair(BEFORE, AFTER);
        assertThat(pair.from().wasInForce()).isTrue();
        assertThat(pair.to().wasInForce()).isFalse();
    }

    @Test
    void editionsThatAreNotThereOrOfTwoDistrictsAreRefused() throws Exception {
        assertThatThrownBy(() -> comparer.pair(BEFORE, "510999-9"))
                .isInstanceOf(NoSuchEditionException.class)
                .hasMessageContaining("510999-9");
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO edition (id, district, district_name, number, state)
                    VALUES ('510998-1', '510998', '邻县', 1, 'DRAFT')
                    """);
        }
        assertThatThrownBy(() -> compare(BEFORE, "510998-1"))
                .isInstanceOf(DistrictsDifferException.class)
                .hasMessageContaining("510999-1 and 510998-1");
    }

    private List<String> query(String sql, String... values) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
