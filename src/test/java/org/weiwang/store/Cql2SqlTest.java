package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.feature.cql2.Building;
import org.weiwang.feature.cql2.CaseFolding;
import org.weiwang.feature.cql2.Filter;
import org.weiwang.feature.cql2.FilterCrs;
import org.weiwang.feature.cql2.RandomFilters;
import org.weiwang.geo.Ewkb;
import org.weiwang.store.Cql2Sql.Clause;
import org.weiwang.store.Cql2Sql.ColumnsOfLayer;
import org.weiwang.store.postgres.ConnectionSettings;

/** The database finds what the filter itself finds, whatever is asked. */
@Tag("store")
class Cql2SqlTest {
    private static final String BUILDINGS =
            """
            CREATE TABLE building (
                id      text PRIMARY KEY,
                geom    geometry(Geometry, 4326),
                name    text,
                floors  integer,
                height  double precision,
                lift    boolean,
                built   timestamp with time zone,
                razed   timestamp with time zone,
                owner   text COLLATE "C",
                cellars bigint
            )
            """;

    private static final String INSERT =
            """
            INSERT INTO building
            VALUES (
                ?, ST_GeomFromEWKB(?), ?, ?::integer, ?::double precision, ?::boolean,
                ?::timestamp with time zone, ?::timestamp with time zone, ?, ?::bigint)
            """;

    /** Of all planes, without surrogates. */
    private static final String LETTERS =
            """
            SELECT word, %s
            FROM generate_series(1, 131071) AS n,
                LATERAL (VALUES (chr(n)), ('Aa' || chr(n)), (chr(n) || 'ΑΣ')) AS words (word)
            WHERE n NOT BETWEEN 55296 AND 57343
            """;

    private static final ColumnsOfLayer COLUMNS =
            new ColumnsOfLayer(
                    List.of(
                            "name", "floors", "height", "lift", "built", "razed", "owner",
                            "cellars"),
                    "geom");

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        ConnectionSettings server = TestDatabase.fresh();
        connection = DriverManager.getConnection(server.url(), server.user(), server.password());
        Sql.update(connection, BUILDINGS);
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void findsWhatTheFilterFinds() throws Exception {
        long seed = new Random().nextLong();
        RandomFilters random = new RandomFilters(seed);
        List<Building> buildings = IntStream.range(0, 250).mapToObj(random::building).toList();
        for (Building building : buildings) {
            insert(building);
        }
        int some = 0;
        for (int i = 0; i < 800; i++) {
            String text = random.condition(i % 4).text();
            Filter filter = Filter.ofText(text, Building.TYPE, FilterCrs.CRS84);
            List<String> expected =
                    buildings.stream().filter(filter::test).map(Building::id).sorted().toList();
            assertThat(found(filter)).as("seed %d: %s", seed, text).isEqualTo(expected);
            if (!expected.isEmpty() && expected.size() < buildings.size()) {
                some++;
            }
        }
        assertThat(some).isGreaterThan(200);
    }

    private static void insert(Building building) throws SQLException {
        Sql.update(
                connection,
                INSERT,
                building.id(),
                building.geometry() == null ? null : Ewkb.encode(building.geometry()),
                building.name(),
                building.floors(),
                building.height(),
                building.lift(),
                time(building.built()),
                time(building.razed()),
                building.owner(),
                building.cellars());
    }

    private static Object time(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static List<String> found(Filter filter) throws SQLException {
        Clause clause = Cql2Sql.of(filter, COLUMNS);
        List<String> ids = new ArrayList<>();
        Sql.query(
                connection,
                "SELECT id FROM building WHERE " + clause.sql() + " ORDER BY id COLLATE \"C\"",
                row -> ids.add(row.getString(1)),
                clause.values().toArray());
        return ids;
    }

    /** Every character, alone and at both ends of a word. */
    @Test
    void foldsCaseAsTheFilterDoes() throws SQLException {
        List<String> differing = new ArrayList<>();
        Sql.query(
                connection,
                LETTERS.formatted(Cql2Sql.FOLDED.formatted("word")),
                row -> {
                    String word = row.getString(1);
                    if (word.codePoints().allMatch(Character::isDefined)
                            && !CaseFolding.fold(word).equals(row.getString(2))) {
                        differing.add(word + " is not " + row.getString(2));
                    }
                });
        assertThat(differing).isEmpty();
    }
}
