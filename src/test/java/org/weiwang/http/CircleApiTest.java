package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.SmallService;
import org.weiwang.atlas.circle.Findings;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.atlas.circle.UnservedHomes;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.standard.Standard;
import org.weiwang.circle.standard.Standards;
import org.weiwang.circle.standard.Walker;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;
import org.weiwang.geo.LonLat;
import org.weiwang.http.circle.Circles;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.store.postgres.ConnectionSettings;

/** The living circle of {@link Village}, with a school, over HTTP. */
@Tag("store")
@Timeout(60)
class CircleApiTest {
    private static final String WEST = "510999001001001001";
    private static final String EAST = "510999001001001002";

    @TempDir private static Path data;
    @TempDir private static Path folder;
    private static SmallService service;
    private static Circles circles;

    @BeforeAll
    static void start() throws Exception {
        service =
                new SmallService(data)
                        .startWithCircle(
                                Village.in(folder).withFacility("S", "=西小学", "小学", "", 0.3, 0.5),
                                folder);
        circles = new Circles(service.service().circles(), Standards.read(null), null, 0, 0);
        awaitKept("gb50180");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aGridIsToldByCategory() throws Exception {
        JsonNode west = circle(WEST, "");
        assertThat(west.get("level").asText()).isEqualTo("MICRO");
        assertThat(west.get("standard").asText()).isEqualTo("gb50180");
        assertThat(west.get("standardVersion").asText()).startsWith("2018");
        assertThat(west.get("profile").asText()).isEqualTo("adult");
        assertThat(west.get("rule").asText()).isEqualTo("DISTANCE");
        assertThat(west.get("speed").asDouble()).isEqualTo(1.2);
        assertThat(west.get("edition").asText()).isEqualTo("510999-1");
        assertThat(west.get("data").get("facilities").has("510999")).isTrue();
        assertThat(west.get("households").asInt()).isEqualTo(30);
        assertThat(west.get("addresses").asInt()).isEqualTo(2);
        assertThat(west.get("noNetwork").asInt()).isZero();
        JsonNode school = category(west, "primary-school");
        // 甲1号, of 10 households, walks 200 m; 甲2号, of 20, walks 600 m.
        assertThat(school.get("minutes").asDouble()).isCloseTo(600 / 72.0, within(0.01));
        assertThat(school.get("nearest").asText()).isEqualTo("=西小学");
        assertThat(school.get("shareHouseholds").asDouble()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(school.get("shareAddresses").asDouble()).isEqualTo(0.5);
        assertThat(school.get("shareArea").asDouble()).isEqualTo(1);
        assertThat(school.get("within").asInt()).isZero();
        assertThat(school.get("limitMetres").asInt()).isEqualTo(500);
        assertThat(school.has("limitMinutes")).isFalse();
        assertThat(school.get("figureStatus").asText()).isEqualTo("SECOND_HAND");
        JsonNode police = category(west, "police");
        assertThat(police.get("minutes").isNull()).isTrue();
        assertThat(police.get("nearest").isNull()).isTrue();
        assertThat(police.get("shareHouseholds").asDouble()).isZero();
        assertThat(west.get("score").asDouble())
                .isCloseTo(100 / 3.0 / west.get("categories").size(), within(1e-9));
        assertThat(west.get("scoreFormula").asText()).contains("share of households");
        assertThat(west.has("equity")).isFalse();
    }

    @Test
    void largerGroupsAreToldTogether() throws Exception {
        assertThat(circle(EAST, "").get("noNetwork").asInt()).isEqualTo(1);
        for (String code : List.of("510999001001001", "510999001001", "510999001", "510999")) {
            JsonNode all = circle(code, "");
            assertThat(all.get("households").asInt()).isEqualTo(105);
            assertThat(all.get("addresses").asInt()).isEqualTo(6);
            assertThat(all.get("edition").asText()).isEqualTo("510999-1");
            assertThat(category(all, "primary-school").get("shareHouseholds").asDouble())
                    .isCloseTo(10 / 105.0, within(1e-9));
        }
        JsonNode equity = circle("510999", "").get("equity");
        assertThat(equity).isNotEmpty();
        assertThat(equity.get(0).get("gini").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void anotherQuestionIsAnsweredWhenItIsAsked() throws Exception {
        JsonNode byTime = circle(WEST, "&rule=time");
        assertThat(byTime.get("rule").asText()).isEqualTo("TIME");
        JsonNode school = category(byTime, "primary-school");
        assertThat(school.get("figureStatus").asText()).isEqualTo("RECALLED");
        assertThat(school.get("limitMinutes").asInt()).isEqualTo(10);
        assertThat(school.get("shareHouseholds").asDouble()).isEqualTo(1);
        assertThat(school.get("minutes").asDouble()).isCloseTo(600 / 72.0, within(0.01));
        JsonNode guide = circle(WEST, "&standard=tdt1062&rule=time");
        assertThat(category(guide, "primary-school").get("limitMinutes").asInt()).isEqualTo(10);
        assertThat(category(guide, "primary-school").get("shareHouseholds").asDouble())
                .isEqualTo(1);
        JsonNode open = category(guide, "health-station");
        assertThat(open.get("figureStatus").asText()).isEqualTo("OPEN");
        assertThat(open.get("shareHouseholds").isNull()).isTrue();
        awaitKept("tdt1062");
    }

    /** In the background: nobody waits for that. */
    private static void awaitKept(String standard) throws Exception {
        String runs =
                "SELECT count(*) FROM circle_run WHERE editions = '{510999-1}' AND standard = '%s'"
                        .formatted(standard);
        while (query(runs).equals(List.of("0"))) {
            Thread.onSpinWait();
        }
        assertThat(query(runs)).containsExactly("1");
    }

    @Test
    void theStoredFiguresAreThoseThatAreAnswered() throws Exception {
        List<String> answered = new ArrayList<>();
        for (JsonNode category : circle(WEST, "").get("categories")) {
            answered.add(
                    "%s %.3f %s %.6f %.6f %s"
                            .formatted(
                                    category.get("category").asText(),
                                    category.get("minutes").asDouble(-1),
                                    category.get("nearest").asText("-"),
                                    category.get("shareHouseholds").asDouble(-1),
                                    category.get("shareArea").asDouble(-1),
                                    category.get("within").asText()));
        }
        assertThat(
                        query(
                                """
                                SELECT category
                                    || to_char(coalesce(minutes, -1), ' FM999990.000')
                                    || ' ' || coalesce(nearest, '-')
                                    || to_char(share_households, ' FM0.000000')
                                    || to_char(share_area, ' FM0.000000')
                                    || ' ' || within
                                FROM circle_result JOIN circle_group USING (run, number)
                                JOIN circle_run ON circle_run.id = run
                                WHERE code = '%s' AND standard = 'gb50180' AND rule = 'DISTANCE'
                                ORDER BY place
                                """
                                        .formatted(WEST)))
                .isEqualTo(answered);
    }

    @Test
    void anotherServerReadsWhatIsKept() throws Exception {
        query(
                "UPDATE circle_group SET score = 99.5 WHERE code = '%s' RETURNING score"
                        .formatted(EAST));
        try (TestServer other =
                new TestServer(Exposure.loopback(), Optional.empty(), service.database())) {
            other.start();
            assertThat(circleOf(other.uri(), EAST).get("score").asDouble()).isEqualTo(99.5);
        }
    }

    @Test
    void aLayerShowsTheGridsWithTheirFigures() throws Exception {
        JsonNode first = items("circle-micro", "?limit=1&rule=distance");
        assertThat(first.get("numberMatched").asInt()).isEqualTo(2);
        JsonNode west = first.get("features").get(0);
        assertThat(west.get("id").asText()).isEqualTo(WEST);
        assertThat(west.get("geometry").get("type").asText()).isEqualTo("MultiPolygon");
        assertThat(west.get("properties").get("name").asText()).isEqualTo("甲微网格");
        assertThat(west.get("properties").get("primary-school_shareHouseholds").asDouble())
                .isCloseTo(1 / 3.0, within(1e-9));
        assertThat(west.get("properties").get("rule").asText()).isEqualTo("DISTANCE");
        String next = Answers.next(first);
        assertThat(next).contains("rule=distance");
        assertThat(Answers.get(uri(), next).at("/features/0/id").asText()).isEqualTo(EAST);
        assertThat(items("circle-general", "").get("features")).hasSize(1);
        assertThat(
                        items("circle-community", "/510999001001?profile=elderly")
                                .at("/properties/profile")
                                .asText())
                .isEqualTo("elderly");
    }

    @Test
    void aLayerIsHadAsASpreadsheet() throws Exception {
        HttpResponse<String> csv =
                Answers.fetch(uri(), "/ogc/collections/circle-micro/items?f=csv");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("\ufeffid,code,name,level")
                .contains("market_minutes90");
        assertThat(lines.get(1)).startsWith(WEST + "," + WEST + ",甲微网格,MICRO").contains(",'=西小学,");
    }

    @Test
    void aSpreadsheetHasTheSameHeaderWhateverIsInIt() throws Exception {
        String path = "/ogc/collections/circle-micro/items?f=csv&standard=commerce2021";
        List<String> all = Answers.fetch(uri(), path).body().lines().toList();
        assertThat(all).hasSize(3);
        assertThat(Answers.fetch(uri(), path + "&bbox=0,0,1,1").body().lines())
                .containsExactly(all.get(0));
        JsonNode layer = items("circle-micro", "?standard=commerce2021");
        List<String> properties = new ArrayList<>();
        layer.at("/features/0/properties").fieldNames().forEachRemaining(properties::add);
        assertThat(all.get(0)).isEqualTo("\ufeffid," + String.join(",", properties) + ",WKT");
    }

    @Test
    void unservedHomesArePoints() throws Exception {
        JsonNode unserved = Answers.get(uri(), "/api/v1/circle/unserved?category=primary-school");
        assertThat(unserved.get("addresses").asInt()).isEqualTo(5);
        assertThat(unserved.get("households").asInt()).isEqualTo(95);
        assertThat(unserved.get("features")).hasSize(5);
        assertThat(unserved.at("/features/0/geometry/type").asText()).isEqualTo("Point");
        assertThat(unserved.at("/features/0/properties/households").asInt()).isEqualTo(20);
        assertThat(unserved.at("/features/0/properties/minutes").asDouble())
                .isCloseTo(600 / 72.0, within(0.01));
        // 乙3号, off the network.
        assertThat(unserved.at("/features/3/properties/minutes").isNull()).isTrue();
        assertThat(unserved.get("speed").asDouble()).isEqualTo(1.2);
        assertThat(unserved.get("editions").toString()).isEqualTo("[\"510999-1\"]");
        assertThat(Answers.next(unserved)).isNull();
    }

    @Test
    void unservedHomesComePageByPageWithTheTotalsOfAll() throws Exception {
        String path = "/api/v1/circle/unserved?category=primary-school";
        List<JsonNode> whole = new ArrayList<>();
        Answers.get(uri(), path).get("features").forEach(whole::add);
        List<JsonNode> paged = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (String next = path + "&limit=2"; next != null; ) {
            JsonNode page = Answers.get(uri(), next);
            assertThat(page.get("addresses").asInt()).isEqualTo(5);
            assertThat(page.get("households").asInt()).isEqualTo(95);
            page.get("features").forEach(paged::add);
            sizes.add(page.get("features").size());
            next = Answers.next(page);
        }
        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void unservedHomesAreSearchedForOnce() throws Exception {
        LivingCircle circle = circles.current();
        Question question = question();
        List<UnservedHomes> once = unservedOfAll(circle, question);
        List<UnservedHomes> again = unservedOfAll(circle, question);
        assertThat(once).hasSizeGreaterThan(2);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i)).isSameAs(once.get(i));
        }
    }

    private static List<UnservedHomes> unservedOfAll(LivingCircle circle, Question question)
            throws Exception {
        List<UnservedHomes> unserved = new ArrayList<>();
        for (Category category : question.standard().categories()) {
            circle.unserved(question, category).ifPresent(unserved::add);
        }
        return unserved;
    }

    @Test
    void unservedHomesAreFoundInABox() throws Exception {
        // 乙2号 of 40 households, and 乙3号 of 5.
        LonLat low = SmallHandOver.place(1.85, 0.45);
        LonLat high = SmallHandOver.place(1.95, 1);
        String box = "&bbox=%s,%s,%s,%s".formatted(low.lon(), low.lat(), high.lon(), high.lat());
        JsonNode first =
                Answers.get(
                        uri(),
                        "/api/v1/circle/unserved?category=primary-school&limit=1&rule=distance"
                                + box);
        assertThat(first.get("addresses").asInt()).isEqualTo(2);
        assertThat(first.get("households").asInt()).isEqualTo(45);
        assertThat(first.at("/features/0/properties/households").asInt()).isEqualTo(40);
        assertThat(Answers.next(first)).contains("rule=distance", "category=primary-school");
        JsonNode second = Answers.get(uri(), Answers.next(first));
        assertThat(second.get("households").asInt()).isEqualTo(45);
        assertThat(second.at("/features/0/properties/households").asInt()).isEqualTo(5);
        assertThat(Answers.next(second)).isNull();
    }

    /** Pages of another state of the city are not gone on with. */
    @Test
    void aPageOfUnservedHomesFollowsOneOfTheSameData() throws Exception {
        String path = "/api/v1/circle/unserved?category=primary-school&limit=1&token=";
        Answers.assertProblem(
                Answers.fetch(uri(), path + new ItemsQuery.Token(1, "0").encode()),
                410,
                "What is in force has changed since the first page; begin again");
        Answers.assertProblem(
                Answers.fetch(uri(), path + new ItemsQuery.Token(1, WEST).encode()),
                400,
                "token is not one that a next link gave");
    }

    /** What is computed takes the place of what was computed before. */
    @Test
    void nothingIsComputedForAPageThatCannotFollow() throws Exception {
        LivingCircle circle = circles.current();
        Question question = question();
        Category school = question.standard().category("primary-school").orElseThrow();
        Findings findings = circle.findings(question);
        UnservedHomes unserved = circle.unserved(question, school).orElseThrow();
        for (Standard standard : circles.standards().all()) {
            for (Walker walker : standard.walkers()) {
                String choice =
                        "limit=1&rule=time&standard=%s&profile=%s&token="
                                .formatted(standard.id(), walker.id());
                for (Category category : standard.categories()) {
                    refuse(
                            410,
                            "/api/v1/circle/unserved?category="
                                    + category.id()
                                    + "&"
                                    + choice
                                    + new ItemsQuery.Token(1, "0").encode());
                }
            }
        }
        assertThat(circle.findings(question)).isSameAs(findings);
        assertThat(circle.unserved(question, school)).containsSame(unserved);
    }

    private static void refuse(int status, String path) throws Exception {
        assertThat(Answers.fetch(uri(), path).statusCode()).as(path).isEqualTo(status);
    }

    @Test
    void piecesOfTheNetworkThatNothingJoinsArePoints() throws Exception {
        JsonNode network = Answers.get(uri(), "/api/v1/circle/network");
        assertThat(network.get("editions").get(0).asText()).isEqualTo("510999-1");
        assertThat(network.get("roads").has("510999")).isTrue();
        assertThat(network.get("lines").asInt()).isEqualTo(4);
        assertThat(network.get("islands").asInt()).isEqualTo(2);
        // The bridge, which ends over nothing.
        JsonNode bridge = network.at("/features/1");
        assertThat(bridge.at("/properties/nodes").asInt()).isEqualTo(2);
        assertThat(bridge.at("/properties/edges").asInt()).isEqualTo(1);
        assertThat(bridge.at("/properties/metres").asDouble()).isCloseTo(600, within(1.0));
        assertThat(bridge.at("/geometry/type").asText()).isEqualTo("Point");
        assertThat(network.at("/features/0/properties/nodes").asInt()).isGreaterThan(2);
    }

    @Test
    void theStandardsAreToldWithTheirSources() throws Exception {
        JsonNode standards = Answers.get(uri(), "/api/v1/circle/standards").get("standards");
        assertThat(standards).hasSize(3);
        assertThat(standards.at("/0/id").asText()).isEqualTo("gb50180");
        assertThat(standards.at("/0/categories/0/metres/status").asText()).isEqualTo("SECOND_HAND");
        assertThat(standards.at("/0/walkers/0/id").asText()).isEqualTo("adult");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/v1/circle                                | 400 | grid is missing
                    /api/v1/circle?grid=nowhere                   | 404 | has the code nowhere
                    /api/v1/circle?grid=510999&rule=air           | 400 | rule must be one of time, distance, not "air"
                    /api/v1/circle?grid=510999&profile=dog        | 400 | profile must be one of adult
                    /api/v1/circle?grid=510999&standard=x         | 400 | standard must be one of gb50180
                    /api/v1/circle?grid=510999&minutes=5          | 400 | There is no parameter "minutes"
                    /api/v1/circle/standards?x=1                  | 400 | There is no parameter "x"
                    /api/v1/circle/network?x=1                    | 400 | There is no parameter "x"
                    /api/v1/circle/unserved                       | 400 | category is missing
                    /api/v1/circle/unserved?category=market&bbox=1,2,3 | 400 | bbox must be west,south,east,north
                    /api/v1/circle/unserved?category=market&limit=0 | 400 | limit must be a whole number of 1 or more, not 0
                    /api/v1/circle/unserved?category=market&edition=510999-1 | 400 | There is no parameter "edition"
                    /api/v1/circle/unserved?category=pub          | 400 | category must be one of kindergarten
                    /api/v1/circle/unserved?category=market&standard=tdt1062&rule=distance | 400 | does not say what serves market by the rule distance
                    /ogc/collections/circle-micro/items?f=xml     | 400 | f must be one of json, html, fgb, csv, gpkg, shp, not "xml"
                    /ogc/collections/circle-micro/items?rule=x    | 400 | rule must be
                    /ogc/collections/micro-grids/items?rule=time  | 400 | There is no parameter "rule"
                    """)
    void badRequestsAreAnswered(String path, int status, String words) throws Exception {
        Answers.assertProblem(Answers.fetch(uri(), path), status, words);
    }

    /** As of a request without parameters. */
    private static Question question() {
        Standard standard = circles.standards().all().get(0);
        return new Question(standard, "adult", standard.rule());
    }

    private static URI uri() {
        return service.uri();
    }

    private static JsonNode circle(String grid, String more) throws Exception {
        return circleOf(uri(), grid + more);
    }

    private static JsonNode circleOf(URI server, String grid) throws Exception {
        return Answers.get(server, "/api/v1/circle?grid=" + grid);
    }

    private static JsonNode items(String collection, String more) throws Exception {
        return Answers.get(uri(), "/ogc/collections/" + collection + "/items" + more);
    }

    private static JsonNode category(JsonNode circle, String id) {
        for (JsonNode category : circle.get("categories")) {
            if (category.get("category").asText().equals(id)) {
                return category;
            }
        }
        throw new AssertionError("no category " + id + " in " + circle);
    }

    private static List<String> query(String sql) throws Exception {
        ConnectionSettings database = service.database();
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO weiwang, public");
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }
}
