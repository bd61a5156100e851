package org.weiwang.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.postgresql.PGConnection;
import org.weiwang.ServedDemoCounty;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Member;
import org.weiwang.grid.Place;
import org.weiwang.store.postgres.ConnectionSettings;

/**
 * Points placed by the atlas against the same points placed by PostGIS: random ones, every vertex
 * and every midpoint of an edge. Set {@code -Dweiwang.test.seed} to replay a run.
 */
@Tag("store")
class PlacementOracleTest {
    private static final int RANDOM_POINTS = 100_000;
    private static final long SEED = Long.getLong("weiwang.test.seed", System.nanoTime());

    /** The grid of one level that covers each point, by the rule in the words of SQL. */
    private static final String COVERING =
            """
            CREATE TEMP TABLE covered AS
            SELECT point.id, covering.code
            FROM point CROSS JOIN LATERAL (
                SELECT code FROM grid_of_level AS grid
                WHERE ST_Covers(grid.geom, point.geom)
                ORDER BY code COLLATE "C" LIMIT 1) AS covering
            """;

    private static Atlas atlas;
    private static List<LonLat> points;
    private static final Map<Level, Map<Integer, String>> EXPECTED = new HashMap<>();

    @BeforeAll
    static void askPostgis() throws Exception {
        ServedDemoCounty county = ServedDemoCounty.get();
        atlas = county.atlas();
        points = new ArrayList<>(pointsOfBoundaries());
        points.addAll(randomPoints());
        System.out.printf("PlacementOracleTest: seed %d, %d points%n", SEED, points.size());
        ConnectionSettings database = county.database();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            load(connection);
            EXPECTED.put(Level.DEDICATED, covering(connection, Level.DEDICATED));
            // An upper level is located by itself only where nothing below it covers the point.
            for (Level level : List.of(Level.MICRO, Level.GENERAL, Level.COMMUNITY)) {
                EXPECTED.put(level, covering(connection, level));
                execute(connection, "DELETE FROM point WHERE id IN (SELECT id FROM covered)");
            }
        }
    }

    @Test
    void everyPointHasTheGridsThatPostgisFinds() {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Place place = atlas.locate(points.get(i));
            String micro = EXPECTED.get(Level.MICRO).get(i);
            String dedicated = EXPECTED.get(Level.DEDICATED).get(i);
            String general = micro == null ? EXPECTED.get(Level.GENERAL).get(i) : parent(micro);
            String community =
                    general == null ? EXPECTED.get(Level.COMMUNITY).get(i) : parent(general);
            compare(differences, i, "micro", code(place.micro()), micro);
            compare(differences, i, "dedicated", code(place.dedicated()), dedicated);
            compare(differences, i, "general", code(place.general()), general);
            compare(differences, i, "community", code(place.community()), community);
            compare(
                    differences,
                    i,
                    "responsible",
                    code(place.responsible()),
                    dedicated == null ? micro : dedicated);
        }
        assertThat(differences).as("%d points, seed %d", points.size(), SEED).isEmpty();
        assertThat(points.size()).isGreaterThan(2 * RANDOM_POINTS);
    }

    private static Set<LonLat> pointsOfBoundaries() {
        Set<LonLat> points = new LinkedHashSet<>();
        for (Level level : Level.values()) {
            for (Feature<Grid> feature : atlas.all(CityLayer.grids(level))) {
                for (LineString ring : rings(feature.geometry())) {
                    Coordinate[] ends = ring.getCoordinates();
                    for (int i = 1; i < ends.length; i++) {
                        points.add(new LonLat(ends[i].x, ends[i].y));
                        points.add(
                                new LonLat(
                                        (ends[i - 1].x + ends[i].x) / 2,
                                        (ends[i - 1].y + ends[i].y) / 2));
                    }
                }
            }
        }
        return points;
    }

    private static List<LineString> rings(Geometry geometry) {
        List<LineString> rings = new ArrayList<>();
        geometry.apply(new LinearComponentExtracter(rings));
        return rings;
    }

    private static List<LonLat> randomPoints() {
        Bbox box = atlas.parts().iterator().next().bbox();
        SplittableRandom random = new SplittableRandom(SEED);
        List<LonLat> random100k = new ArrayList<>();
        for (int i = 0; i < RANDOM_POINTS; i++) {
            random100k.add(
                    new LonLat(
                            random.nextDouble(box.west() - 0.01, box.east() + 0.01),
                            random.nextDouble(box.south() - 0.01, box.north() + 0.01)));
        }
        return random100k;
    }

    private static void load(Connection connection) throws SQLException, IOException {
        execute(connection, "SET search_path TO weiwang, public");
        execute(connection, "CREATE TEMP TABLE raw (id int, lon float8, lat float8)");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            LonLat point = points.get(i);
            rows.append(i).append('\t').append(point.lon()).append('\t').append(point.lat());
            rows.append('\n');
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY raw FROM STDIN", new StringReader(rows.toString()));
        execute(
                connection,
                """
                CREATE TEMP TABLE point AS
                SELECT id, ST_SetSRID(ST_MakePoint(lon, lat), 4326) AS geom FROM raw
                """);
    }

    private static Map<Integer, String> covering(Connection connection, Level level)
            throws SQLException {
        execute(connection, "DROP TABLE IF EXISTS grid_of_level, covered");
        execute(
                connection,
                "CREATE TEMP TABLE grid_of_level AS SELECT code, geom FROM grid_in_force WHERE level = '"
                        + level
                        + "'");
        execute(connection, "CREATE INDEX ON grid_of_level USING gist (geom)");
        execute(connection, "ANALYZE grid_of_level");
        execute(connection, COVERING);
        Map<Integer, String> codes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, code FROM covered")) {
            while (rows.next()) {
                codes.put(rows.getInt(1), rows.getString(2));
            }
        }
        return codes;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String parent(String code) {
        return atlas.grid(code).orElseThrow().grid().parentCode();
    }

    private static String code(Member member) {
        return member == null ? null : member.code();
    }

    private static void compare(
            List<String> differences, int point, String level, String ours, String theirs) {
        if (ours == null ? theirs != null : !ours.equals(theirs)) {
            differences.add(
                    "%s: %s is %s here and %s in PostGIS"
                            .formatted(points.get(point), level, ours, theirs));
        }
    }
}
