package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;
import static org.weiwang.http.Answers.next;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.geo.Gdal;
import org.weiwang.store.postgres.ConnectionSettings;

/** The API as a client sees it, over HTTP, with the demo county in force. */
@Tag("store")
class ApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ServedDemoCounty county;

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
    }

    @Test
    void theDistrictHasThePublishedCounts() throws Exception {
        JsonNode district = get("/api/v1/districts").get("districts").get(0);
        assertThat(district.get("code").asText()).isEqualTo("510131");
        assertThat(district.get("name").asText()).isEqualTo("蒲江县");
        assertThat(district.get("edition").get("id").asText()).isEqualTo("510131-1");
        assertThat(district.get("counts").toString())
                .isEqualTo("{\"COMMUNITY\":93,\"GENERAL\":318,\"MICRO\":1774,\"DEDICATED\":147}");
    }

    @Test
    void addressesOfTheFileAreAnsweredWithTheGridThatPostgisFinds() throws Exception {
        List<String> lines = Files.readAllLines(ServedDemoCounty.FOLDER.resolve("addresses.csv"));
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 200; i++) {
            String[] row = lines.get(1 + random.nextInt(lines.size() - 1)).split(",");
            JsonNode answer = get("/api/v1/lookup?address=" + encode(row[0]));
            assertThat(answer.get("match").asText()).isEqualTo("EXACT");
            assertThat(answer.get("edition").asText()).isEqualTo("510131-1");
            String expected = micro(Double.parseDouble(row[1]), Double.parseDouble(row[2]));
            assertThat(answer.path("micro").path("code").asText(null)).isEqualTo(expected);
        }
    }

    @Test
    void aPointIsAnsweredWithItsWholeChainAndItsResponders() throws Exception {
        JsonNode grid = someMicroGrid();
        JsonNode answer = lookupInside(grid);
        assertThat(answer.get("match").isNull()).isTrue();
        assertThat(answer.get("outcome").asText()).isEqualTo("INSIDE");
        assertThat(answer.get("micro").get("code")).isEqualTo(grid.get("code"));
        assertThat(answer.get("responsible").get("level").asText()).isEqualTo("MICRO");
        assertThat(answer.get("responders")).isEqualTo(grid.get("responders")).isNotEmpty();
        List<String> chain = new ArrayList<>();
        for (String level : List.of("general", "community", "town", "district")) {
            chain.add(answer.get(level).get("code").asText());
        }
        List<String> parents = new ArrayList<>();
        grid.get("parents").forEach(parent -> parents.add(parent.get("code").asText()));
        assertThat(chain).isEqualTo(parents);
    }

    @Test
    void aPointInANeighbouringCountyIsOutside() throws Exception {
        JsonNode answer = get("/api/v1/lookup?lon=103.4614&lat=30.4108"); // 邛崃
        assertThat(answer.get("outcome").asText()).isEqualTo("OUTSIDE");
        for (String member : List.of("responsible", "micro", "community", "district", "edition")) {
            assertThat(answer.get(member).isNull()).as(member).isTrue();
        }
        assertThat(answer.get("responders")).isEmpty();
    }

    @Test
    void anUnknownAddressIsNotFound() throws Exception {
        JsonNode answer = get("/api/v1/lookup?address=" + encode("天涯海角"));
        assertThat(answer.get("match").asText()).isEqualTo("NOT_FOUND");
        assertThat(answer.get("outcome").isNull()).isTrue();
        assertThat(answer.get("point").isNull()).isTrue();
    }

    @Test
    void theDatumMovesThePoint() throws Exception {
        JsonNode wgs84 = get("/api/v1/lookup?lon=103.5065&lat=30.1968").get("point");
        JsonNode gcj02 = get("/api/v1/lookup?lon=103.5065&lat=30.1968&datum=gcj02").get("point");
        assertThat(wgs84.get("lon").asDouble()).isEqualTo(103.5065);
        assertThat(gcj02.get("lon").asDouble() - 103.5065).isBetween(-0.0040, -0.0015);
        assertThat(get("/api/v1/lookup?lon=103.5065&lat=30.1968&datum=cgcs2000").get("point"))
                .isEqualTo(wgs84);
    }

    @Test
    void aGridHasItsChildrenAndAnUnknownOneIs404() throws Exception {
        JsonNode town = get("/api/v1/grids/510131001001");
        assertThat(town.get("name").asText()).isEqualTo("鹤山社区");
        assertThat(town.get("level").asText()).isEqualTo("COMMUNITY");
        assertThat(town.get("children")).isNotEmpty();
        assertThat(town.get("parents").get(1).get("name").asText()).isEqualTo("蒲江县");
        assertProblem(fetch("/api/v1/grids/nowhere"), 404, "nowhere");
    }

    @ParameterizedTest
    @CsvSource({
        "community-grids, 93",
        "general-grids, 318",
        "micro-grids, 1774",
        "dedicated-grids, 147"
    })
    void pagesBringEveryFeatureOnce(String collection, int count) throws Exception {
        Set<String> ids = new HashSet<>();
        String url = "/ogc/collections/" + collection + "/items?limit=100";
        while (url != null) {
            HttpResponse<String> response = fetch(url);
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains("application/geo+json");
            JsonNode page = JSON.readTree(response.body());
            assertThat(page.get("numberMatched").asInt()).isEqualTo(count);
            assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
            for (JsonNode feature : page.get("features")) {
                assertThat(ids.add(feature.get("id").asText())).isTrue();
                assertThat(feature.get("geometry").get("type").asText()).isEqualTo("MultiPolygon");
                assertThat(feature.get("properties").get("code")).isEqualTo(feature.get("id"));
            }
            url = next(page);
        }
        assertThat(ids).hasSize(count);
    }

    @Test
    void aBoxSelectsWhatPostgisSelects() throws Exception {
        JsonNode page =
                get(
                        "/ogc/collections/micro-grids/items?bbox=103.49,30.18,103.52,30.21&limit=10000");
        List<String> ids = new ArrayList<>();
        page.get("features").forEach(feature -> ids.add(feature.get("id").asText()));
        assertThat(ids)
                .isNotEmpty()
                .isEqualTo(
                        query(
                                """
                                SELECT code FROM grid_in_force
                                WHERE level = 'MICRO' AND ST_Intersects(
                                    geom, ST_MakeEnvelope(103.49, 30.18, 103.52, 30.21, 4326))
                                ORDER BY code
                                """));
    }

    @Test
    void theGeometryServedIsTheGeometryStoredToTheMillimetre() throws Exception {
        JsonNode feature =
                get("/ogc/collections/community-grids/items/510131001001").get("geometry");
        try (Connection connection = connect();
                PreparedStatement statement =
                        connection.prepareStatement(
                                """
                                SELECT ST_HausdorffDistance(geom, ST_GeomFromGeoJSON(?)) < 1e-8
                                FROM grid_in_force WHERE code = '510131001001'
                                """)) {
            statement.setString(1, feature.toString());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
            }
        }
    }

    @Test
    void gdalReadsTheLayers() throws Exception {
        String url = county.uri() + "/ogc/collections/micro-grids/items?limit=10000";
        assertThat(Gdal.run("ogrinfo", "-so", "-al", url))
                .contains("Geometry: Multi Polygon", "Feature Count: 1774", "households: Integer");
    }

    @Test
    void facilitiesArePoints() throws Exception {
        JsonNode page = get("/ogc/collections/facilities/items?limit=5");
        assertThat(page.get("features")).hasSize(5);
        for (JsonNode feature : page.get("features")) {
            assertThat(feature.get("geometry").get("type").asText()).isEqualTo("Point");
            assertThat(feature.get("properties").get("category").asText()).isNotEmpty();
            String id = feature.get("id").asText();
            assertThat(get("/ogc/collections/facilities/items/" + id).get("id").asText())
                    .isEqualTo(id);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/v1/lookup?lng=103.5&lat=30.2            | 400 | lng
                    /api/v1/lookup?lon=103.5                     | 400 | lat is missing
                    /api/v1/lookup                               | 400 | Give lon and lat, or address
                    /api/v1/lookup?lon=abc&lat=30.2              | 400 | lon must be a number
                    /api/v1/lookup?lon=NaN&lat=30.2              | 400 | lon must be a number
                    /api/v1/lookup?lon=1e400&lat=30.2            | 400 | lon must be a number
                    /api/v1/lookup?lon=30.2&lat=103.5            | 400 | lat must be from -90 to 90
                    /api/v1/lookup?lon=103.5&lat=30.2&lat=30.3   | 400 | lat is given twice
                    /api/v1/lookup?lon=103.5&lat=30.2&datum=GCJ  | 400 | datum must be one of wgs84, cgcs2000, gcj02, bd09
                    /api/v1/lookup?address=x&lon=103.5           | 400 | lon does not go with address
                    /api/v1/lookup?address=x&datum=gcj02         | 400 | datum goes with a position
                    /api/v1/lookup?address=103.5,30.2&datum=no   | 400 | datum must be one of
                    /api/v1/lookup?address=x&nearby=yes          | 400 | nearby must be one of true, false, not "yes"
                    /api/v1/addresses                            | 400 | q is missing
                    /api/v1/addresses?q=                         | 400 | q must have 1 to 200 characters
                    /api/v1/addresses?q=x&limit=0                | 400 | limit must be a whole number
                    /api/v1/addresses?q=x&lon=103.5              | 400 | lat is missing
                    /api/v1/addresses?q=x&address=x              | 400 | There is no parameter "address"
                    /api/v1/lookup?address=                      | 400 | address must have 1 to 200 characters
                    /api/v1/districts?x=1                        | 400 | There is no parameter "x" here; allowed: none
                    /health/ready?x=1                            | 400 | There is no parameter
                    /api/v1/settings?x=1                         | 400 | There is no parameter
                    /api/v1/nothing                              | 404 | Not Found
                    /ogc/collections/streets/items               | 404 | There is no collection streets
                    /ogc/collections/micro-grids/items/none      | 404 | micro-grids has no feature none
                    /ogc/collections/micro-grids/items?limit=0   | 400 | limit must be a whole number
                    /ogc/collections/micro-grids/items?bbox=1,2  | 400 | a box has four numbers
                    /ogc/collections/micro-grids/items?bbox=1,9,2,3 | 400 | first latitude (9.0) is greater
                    /ogc/collections/micro-grids/items?token=x   | 400 | token is not one
                    """)
    void badRequestsAreToldWhatIsWrong(String path, int status, String words) throws Exception {
        assertProblem(fetch(path), status, words);
    }

    /** Such a request no good client would send, so it goes out by hand. */
    @Test
    void aQueryThatIsNotWellEncodedIsRefused() throws Exception {
        try (Socket socket = new Socket(county.uri().getHost(), county.uri().getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET /api/v1/lookup?address=%zz HTTP/1.0\r\nHost: x\r\n\r\n"
                                    .getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .contains(" 400 ")
                    .contains("not well encoded");
        }
    }

    @Test
    void aMethodThatIsNotThereIsRefused() throws Exception {
        HttpResponse<String> response =
                CLIENT.send(
                        HttpRequest.newBuilder(county.uri().resolve("/api/v1/lookup"))
                                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertProblem(response, 405, "Method");
    }

    @Test
    void headAnswersAsGetDoes() throws Exception {
        for (String path : new String[] {"/health/ready", "/api/v1/grids/nowhere"}) {
            HttpResponse<Void> head =
                    CLIENT.send(
                            HttpRequest.newBuilder(county.uri().resolve(path))
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(head.statusCode()).isEqualTo(fetch(path).statusCode());
        }
    }

    @Test
    void theServerIsReady() throws Exception {
        assertThat(get("/health/live").get("status").asText()).isEqualTo("live");
        assertThat(get("/health/ready").get("status").asText()).isEqualTo("ready");
    }

    @Test
    void theImportLostNoRow() {
        assertThat(county.report().layers())
                .hasSize(10)
                .allSatisfy(
                        layer -> {
                            assertThat(layer.read()).isPositive();
                            assertThat(layer.written()).isEqualTo(layer.read());
                        });
    }

    private static JsonNode someMicroGrid() throws Exception {
        JsonNode page = get("/ogc/collections/micro-grids/items?limit=1");
        return get("/api/v1/grids/" + page.get("features").get(0).get("id").asText());
    }

    /** Asks for a point in the micro grid that no dedicated grid covers. */
    private static JsonNode lookupInside(JsonNode grid) throws Exception {
        String point =
                query(
                                """
                                SELECT ST_X(p) || ' ' || ST_Y(p)
                                FROM grid_in_force AS g, ST_PointOnSurface(ST_Difference(g.geom,
                                    (SELECT ST_Union(geom) FROM grid_in_force WHERE level = 'DEDICATED'))) AS p
                                WHERE code = '%s'
                                """
                                        .formatted(grid.get("code").asText()))
                        .get(0);
        String[] lonLat = point.split(" ");
        return get("/api/v1/lookup?lon=" + lonLat[0] + "&lat=" + lonLat[1]);
    }

    private static String micro(double lon, double lat) throws SQLException {
        List<String> codes =
                query(
                        """
                        SELECT code FROM grid_in_force
                        WHERE level = 'MICRO'
                          AND ST_Covers(geom, ST_SetSRID(ST_MakePoint(%s, %s), 4326))
                        ORDER BY code COLLATE "C" LIMIT 1
                        """
                                .formatted(lon, lat));
        return codes.isEmpty() ? null : codes.get(0);
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static Connection connect() throws SQLException {
        ConnectionSettings database = county.database();
        Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.createStatement().execute("SET search_path TO weiwang, public");
        return connection;
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return Answers.get(county.uri(), path);
    }

    private static HttpResponse<String> fetch(String path)
            throws IOException, InterruptedException {
        return Answers.fetch(county.uri(), path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
