package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;
import static org.weiwang.http.Answers.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.atlas.Atlas;
import org.weiwang.config.Settings;
import org.weiwang.edition.Placed;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Level;
import org.weiwang.grid.Member;
import org.weiwang.grid.Outcome;
import org.weiwang.grid.Place;
import org.weiwang.grid.Placer;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/**
 * The stored addresses of the demo county, and some outside of it or without location, as SQL sees
 * them and over HTTP.
 */
@Tag("store")
class AssignmentsApiTest {

    private static final int OUTSIDE = 40;
    private static final int WITHOUT_LOCATION = 3;

    private static ConnectionSettings database;
    private static Backend backend;
    private static Service service;
    private static Atlas atlas;
    private static Placed placed;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        List<String> lines =
                new ArrayList<>(
                        Files.readAllLines(ServedDemoCounty.FOLDER.resolve("addresses.csv")));
        for (int i = 0; i < OUTSIDE; i++) {
            lines.add("远路%d号,%s,30.2,1".formatted(i, 105 + i / 1024.0));
        }
        for (int i = 0; i < WITHOUT_LOCATION; i++) {
            lines.add("无名路%d号,,,1".formatted(i));
        }
        Files.write(folder.resolve("addresses.csv"), lines);
        List<Path> sources = new ArrayList<>(List.of(folder.resolve("addresses.csv")));
        for (String level : List.of("community", "general", "micro", "dedicated")) {
            sources.add(ServedDemoCounty.FOLDER.resolve(level + "-grids.shp"));
        }
        database = TestDatabase.fresh();
        Settings settings = ServedDemoCounty.settings(database);
        backend = new Backend(settings);
        placed =
                backend.importer()
                        .run(ServedDemoCounty.request("510131", true, sources.toArray(Path[]::new)))
                        .placed();
        service = new Service(settings, backend);
        service.start();
        atlas = service.keeper().await(first -> true);
    }

    @AfterAll
    static void stop() {
        service.close();
        backend.close();
    }

    @Test
    void everyAddressIsStoredWhereTheAtlasPlacesIt() throws Exception {
        Placer placer = new Placer(atlas.parts().stream().map(part -> part.grids()).toList());
        List<String> rows =
                query(
                        """
                        SELECT concat_ws(',', ST_X(geom), ST_Y(geom)),
                            concat_ws(',', outcome, micro, '/', general, '/', community, '/', town,
                                '/', dedicated)
                        FROM address_in_force WHERE geom IS NOT NULL
                        """);
        int differences = 0;
        for (String row : rows) {
            String[] halves = row.split(" ");
            String[] lonLat = halves[0].split(",");
            Place place =
                    placer.place(
                            new LonLat(
                                    Double.parseDouble(lonLat[0]), Double.parseDouble(lonLat[1])));
            if (!halves[1].equals(inSql(place))) {
                differences++;
            }
        }
        assertThat(rows).hasSizeGreaterThan(49_000);
        assertThat(differences).isZero();
    }

    /** As {@code concat_ws} writes it, which leaves nulls out. */
    private static String inSql(Place place) {
        List<String> values = new ArrayList<>(List.of(place.outcome().name()));
        for (Member member : new Member[] {place.micro(), place.general(), place.community()}) {
            if (member != null) {
                values.add(member.grid().code());
            }
            values.add("/");
        }
        if (place.town() != null) {
            values.add(place.town().code());
        }
        values.add("/");
        if (place.dedicated() != null) {
            values.add(place.dedicated().grid().code());
        }
        return String.join(",", values);
    }

    @Test
    void theCountsAddUpToTheRowsAndTheIdsDiffer() throws Exception {
        JsonNode summary = get("/api/v1/editions/510131-1/assignments");
        assertThat(summary.get("total").asLong()).isEqualTo(placed.total());
        assertThat(placed.outside()).isEqualTo(OUTSIDE);
        assertThat(placed.noLocation()).isEqualTo(WITHOUT_LOCATION);
        assertThat(summary.get("inside").asLong()).isEqualTo(placed.inside());
        assertThat(summary.get("onBoundary").asLong()).isEqualTo(placed.onBoundary());
        assertThat(summary.get("outside").asLong()).isEqualTo(placed.outside());
        assertThat(summary.get("noLocation").asLong()).isEqualTo(placed.noLocation());
        assertThat(
                        query(
                                """
                                SELECT count(DISTINCT id), count(outcome), count(*)
                                FROM address_in_force
                                """))
                .containsExactly("%1$d %1$d %1$d".formatted(placed.total()));
        assertThat(count("outcome = '" + Outcome.INSIDE + "'")).isEqualTo(placed.inside());
        assertThat(count("outcome = '" + Outcome.OUTSIDE + "'")).isEqualTo(placed.outside());
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void pagesBringEveryAddressOfAGridOnce(Level level) throws Exception {
        String column = level.name().toLowerCase(Locale.ROOT);
        String code =
                query(
                                """
                                SELECT %1$s FROM address_in_force WHERE %1$s IS NOT NULL
                                GROUP BY 1 ORDER BY count(*) DESC LIMIT 1
                                """
                                        .formatted(column))
                        .get(0);
        List<String> expected =
                query(
                        """
                        SELECT (id >> 32) || '-' || (id & 4294967295), outcome, text
                        FROM address_in_force WHERE %s = '%s' ORDER BY id
                        """
                                .formatted(column, code));
        int limit = expected.size() / 3 + 1;
        List<String> found = new ArrayList<>();
        String path = "/api/v1/grids/" + code + "/addresses?limit=" + limit;
        String token = "";
        while (token != null) {
            JsonNode page = get(path + (token.isEmpty() ? "" : "&token=" + token));
            assertThat(page.get("grid").asText()).isEqualTo(code);
            assertThat(page.get("edition").asText()).isEqualTo("510131-1");
            assertThat(page.get("total").asInt()).isEqualTo(expected.size());
            for (JsonNode address : page.get("addresses")) {
                found.add(
                        "%s %s %s"
                                .formatted(
                                        address.get("id").asText(),
                                        address.get("outcome").asText(),
                                        address.get("text").asText()));
                if (level == Level.MICRO || level == Level.DEDICATED) {
                    assertThat(address.get(column).asText()).isEqualTo(code);
                }
            }
            token = page.get("next").isNull() ? null : page.get("next").asText();
        }
        assertThat(found).hasSizeGreaterThan(2).isEqualTo(expected);
    }

    @Test
    void pagesOfTheOutsideAddressesBringEachOnce() throws Exception {
        List<String> expected =
                query(
                        """
                        SELECT (id >> 32) || '-' || (id & 4294967295), text
                        FROM address_in_force WHERE outcome = 'OUTSIDE' ORDER BY id
                        """);
        List<String> found = new ArrayList<>();
        String url = "/ogc/collections/outside-addresses/items?limit=" + (expected.size() / 3 + 1);
        while (url != null) {
            JsonNode page = get(url);
            assertThat(page.get("numberMatched").asInt()).isEqualTo(expected.size());
            assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
            for (JsonNode feature : page.get("features")) {
                JsonNode properties = feature.get("properties");
                assertThat(feature.get("geometry").get("type").asText()).isEqualTo("Point");
                assertThat(properties.get("district").asText()).isEqualTo("510131");
                assertThat(properties.get("edition").asText()).isEqualTo("510131-1");
                found.add(feature.get("id").asText() + " " + properties.get("text").asText());
            }
            url = next(page);
        }
        assertThat(found).hasSizeGreaterThan(3).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    105.01,30.1,105.0205078125,30.2 | lon BETWEEN 105.01 AND 105.0205078125
                    105.02,-90,-170,90 | lon >= 105.02
                    0,0,0,0                 | false
                    """)
    void aBoxSelectsWhatComparingSelects(String box, String condition) throws Exception {
        JsonNode page = get("/ogc/collections/outside-addresses/items?limit=10000&bbox=" + box);
        List<String> texts = new ArrayList<>();
        page.get("features").forEach(f -> texts.add(f.at("/properties/text").asText()));
        assertThat(page.get("numberMatched").asInt()).isEqualTo(texts.size());
        assertThat(texts)
                .isEqualTo(
                        query(
                                """
                                SELECT text FROM (
                                    SELECT *, ST_X(geom) AS lon, ST_Y(geom) AS lat
                                    FROM address_in_force WHERE outcome = 'OUTSIDE') AS outside
                                WHERE %s ORDER BY id
                                """
                                        .formatted(condition)));
    }

    @Test
    void anOutsideAddressIsFoundByItsIdAndAnInsideOneIsNot() throws Exception {
        String items = "/ogc/collections/outside-addresses/items";
        JsonNode feature = get(items + "?limit=1").get("features").get(0);
        JsonNode single = get(items + "/" + feature.get("id").asText());
        assertThat(single.get("properties")).isEqualTo(feature.get("properties"));
        String inside =
                query(
                                """
                                SELECT (id >> 32) || '-' || (id & 4294967295)
                                FROM address_in_force WHERE outcome = 'INSIDE' LIMIT 1
                                """)
                        .get(0);
        assertThat(fetch(items + "/" + inside).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/v1/grids/nowhere/addresses                    | 404 | No grid in force has the code nowhere
                    /api/v1/grids/510131001001/addresses?bbox=1,2,3,4  | 400 | no parameter "bbox" here; allowed: limit, token
                    /api/v1/grids/510131001001/addresses?limit=0       | 400 | limit must be a whole number
                    /api/v1/grids/510131001001/addresses?token=x       | 400 | token is not one
                    /api/v1/editions/510131-9/assignments              | 404 | there is no edition 510131-9
                    /api/v1/editions/510131-1/assignments?x=1          | 400 | no parameter "x" here; allowed: none
                    /ogc/collections/outside-addresses/items?x=1       | 400 | no parameter "x" here
                    /ogc/collections/outside-addresses/items/none      | 404 | outside-addresses has no feature none
                    """)
    void badRequestsAreToldWhatIsWrong(String path, int status, String words) throws Exception {
        assertProblem(fetch(path), status, words);
    }

    @Test
    void aTokenOfOtherPagesIsRefusedAndOneOfAnotherVersionIsGone() throws Exception {
        String path = "/api/v1/grids/510131001001/addresses?token=";
        assertProblem(
                fetch(path + new ItemsQuery.Token(1, "510131001").encode()),
                400,
                "token is not one");
        assertProblem(
                fetch(path + new ItemsQuery.Token(atlas.version(), "999-1").encode()),
                400,
                "token is not one");
        assertProblem(
                fetch(path + new ItemsQuery.Token(999, "999-1").encode()), 410, "begin again");
    }

    private static long count(String condition) throws SQLException {
        return Long.parseLong(
                query("SELECT count(*) FROM address_in_force WHERE " + condition).get(0));
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO weiwang, public");
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.add(rows.getString(i));
                    }
                    values.add(String.join(" ", row));
                }
            }
            return values;
        }
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return Answers.get(service.uri(), path);
    }

    private static HttpResponse<String> fetch(String path)
            throws IOException, InterruptedException {
        return Answers.fetch(service.uri(), path);
    }
}
