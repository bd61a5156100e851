package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.SmallService;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;
import org.weiwang.geo.LonLat;

/** What would change in {@link Village}, with a school, by hand. All limits are in metres. */
@Tag("store")
class ScenarioApiTest {
    private static final String PATH = "/api/v1/circle/scenario";
    private static final String WEST = "510999001001001001";
    private static final String EAST = "510999001001001002";
    private static final double METRES_PER_MINUTE = 72;

    /** The map is a little larger than the ground, and walks cost whole tenths of a metre. */
    private static final Offset<Double> CLOSE = within(0.01);

    @TempDir private static Path data;
    @TempDir private static Path folder;
    private static SmallService service;

    @BeforeAll
    static void start() throws Exception {
        service =
                new SmallService(data)
                        .startWithCircle(
                                Village.in(folder).withFacility("S", "西小学", "小学", "", 0.3, 0.5),
                                folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aKindergartenMoreServesThoseAroundIt() throws Exception {
        // 乙2号, of 40 households, had 1,300 m to walk and has 100.
        JsonNode answer = scenario("", "{\"added\":[%s]}".formatted(added("幼儿园", 1.8, 0.5)));
        assertThat(answer.get("standard").asText()).isEqualTo("gb50180");
        assertThat(answer.get("standardVersion").asText()).startsWith("2018");
        assertThat(answer.get("profile").asText()).isEqualTo("adult");
        assertThat(answer.get("rule").asText()).isEqualTo("DISTANCE");
        assertThat(answer.get("speed").asDouble()).isEqualTo(1.2);
        assertThat(answer.get("editions").toString()).isEqualTo("[\"510999-1\"]");
        assertThat(answer.get("data").get("facilities").has("510999")).isTrue();
        assertThat(answer.get("level").asText()).isEqualTo("MICRO");
        JsonNode category = only(answer.get("categories"));
        assertThat(category.get("category").asText()).isEqualTo("kindergarten");
        assertThat(category.get("name").asText()).isEqualTo("幼儿园");
        assertHouseholds(category, 0, 40, 40, 0);
        // 30 households walk 500 m, 30 walk 720, 40 walk 1,300 or now 100, and 5 are off the roads.
        assertThat(category.get("minutesBefore").asDouble())
                .isCloseTo(720 / METRES_PER_MINUTE, CLOSE);
        assertThat(category.get("minutesAfter").asDouble())
                .isCloseTo(500 / METRES_PER_MINUTE, CLOSE);
        assertGrid(only(answer.get("grids")), EAST, 40, 0, 0, 40 / 75.0);
    }

    @Test
    void withoutASchoolNobodyIsServed() throws Exception {
        JsonNode answer = scenario("", "{\"closed\":[\"510999-S\"]}");
        JsonNode category = only(answer.get("categories"));
        assertThat(category.get("category").asText()).isEqualTo("primary-school");
        // Only 甲1号 is within 500 m.
        assertHouseholds(category, 10, 0, 0, 10);
        assertThat(category.get("minutesBefore").asDouble())
                .isCloseTo(1020 / METRES_PER_MINUTE, CLOSE);
        assertThat(category.get("minutesAfter").isNull()).isTrue();
        assertGrid(only(answer.get("grids")), WEST, 0, 10, 1 / 3.0, 0);
    }

    @Test
    void aSchoolElsewhereServesOthers() throws Exception {
        // Up the lane: 甲2号 walks 200 m, 甲1号 600.
        String moved = "{\"moved\":[{\"facility\":\"510999-S\",%s}]}".formatted(at(0.5, 0.7));
        JsonNode micro = scenario("", moved);
        assertHouseholds(only(micro.get("categories")), 10, 20, 20, 10);
        assertGrid(only(micro.get("grids")), WEST, 20, 10, 1 / 3.0, 2 / 3.0);
        JsonNode community = scenario("?level=community", moved);
        assertThat(community.get("level").asText()).isEqualTo("COMMUNITY");
        assertGrid(only(community.get("grids")), "510999001001", 20, 10, 10 / 105.0, 20 / 105.0);
    }

    @Test
    void severalChangesComeTogether() throws Exception {
        JsonNode answer =
                scenario(
                        "",
                        "{\"added\":[%s,%s],\"closed\":[\"510999-S\",\"510999-P\"],\"moved\":[]}"
                                .formatted(added("小学", 0.3, 0.5), added("菜市场", 1.8, 0.5)));
        // One school in place of the other is no change.
        assertThat(only(answer.get("categories")).get("category").asText()).isEqualTo("market");
        assertGrid(only(answer.get("grids")), EAST, 40, 0, 0, 40 / 75.0);
    }

    @Test
    void aRoadMoreBringsThoseItLeadsTo() throws Exception {
        // 190 m off the street: 乙2号 walks that far, and 乙3号, of 5 households, 260 m by a new lane.
        String kindergarten = added("幼儿园", 1.9, 0.69);
        JsonNode without = scenario("", "{\"added\":[%s]}".formatted(kindergarten));
        assertHouseholds(only(without.get("categories")), 0, 40, 40, 0);
        JsonNode with =
                scenario(
                        "",
                        "{\"added\":[%s],\"roads\":[%s,%s]}"
                                .formatted(
                                        kindergarten,
                                        road(1.9, 0.5, 1.9, 0.95),
                                        road(1.2, 0.7, 1.3, 0.7)));
        assertHouseholds(with.get("categories").get(0), 0, 45, 45, 0);
        // It comes to the school too, though not within the limit.
        assertHouseholds(with.get("categories").get(1), 10, 10, 0, 0);
        assertGrid(only(with.get("grids")), EAST, 45, 0, 0, 45 / 75.0);
        assertThat(with.get("unjoined").toString()).isEqualTo("[1]");
        // A bridge is joined at its ends alone: over the street it changes nothing.
        JsonNode over = scenario("", "{\"roads\":[%s]}".formatted(bridge(0.8, 0.3, 0.8, 0.7)));
        assertThat(over.get("categories")).isEmpty();
    }

    @Test
    void aFacilityMayLieBesideARoadOfTheSameScenario() throws Exception {
        // 乙3号, of 5 households, is there; 乙2号, of 40, walks 450 m along the new lane.
        String body =
                "{\"added\":[%s],\"roads\":[%s]}"
                        .formatted(added("小学", 1.9, 0.95), road(1.9, 0.5, 1.9, 0.95));
        JsonNode school = scenario("", body).get("categories").get(1);
        assertThat(school.get("category").asText()).isEqualTo("primary-school");
        assertHouseholds(school, 10, 55, 45, 0);
        String apart =
                "{\"added\":[%s],\"roads\":[%s]}"
                        .formatted(added("小学", 1.9, 0.95), road(1.9, 0.5, 1.9, 0.7));
        Answers.assertProblem(
                Answers.post(uri(), PATH, apart),
                422,
                "added[0]: no way that can be walked is near enough");
    }

    @Test
    void whoCannotTakeStepsIsToldOfTheirOwnWays() throws Exception {
        String school = "{\"added\":[%s]}".formatted(added("小学", 1, 0.5));
        // 乙1号 is 300 m up the steps.
        assertHouseholds(only(scenario("", school).get("categories")), 10, 40, 30, 0);
        JsonNode wheelchair = scenario("?profile=wheelchair", school);
        assertThat(wheelchair.get("profile").asText()).isEqualTo("wheelchair");
        assertHouseholds(only(wheelchair.get("categories")), 10, 10, 0, 0);
        assertThat(wheelchair.get("grids")).isEmpty();
    }

    @Test
    void aFacilityCountsInEachCategoryThatTakesIt() throws Exception {
        JsonNode answer =
                scenario(
                        "?standard=tdt1062&rule=time",
                        "{\"added\":[%s]}".formatted(added("卫生服务站", 1.8, 0.5)));
        assertThat(answer.get("categories")).hasSize(2);
        // How many minutes off a station may be is not known.
        JsonNode station = answer.get("categories").get(0);
        assertThat(station.get("category").asText()).isEqualTo("health-station");
        assertThat(station.get("householdsBefore").isNull()).isTrue();
        assertThat(station.get("householdsAfter").isNull()).isTrue();
        assertThat(station.get("gained").isNull()).isTrue();
        assertThat(station.get("lost").isNull()).isTrue();
        assertThat(station.get("minutesBefore").isNull()).isTrue();
        // 乙1号, down the steps, is the median.
        assertThat(station.get("minutesAfter").asDouble())
                .isCloseTo(1120 / METRES_PER_MINUTE, CLOSE);
        JsonNode health = answer.get("categories").get(1);
        assertThat(health.get("category").asText()).isEqualTo("health");
        assertHouseholds(health, 0, 40, 40, 0);
        JsonNode grid = only(answer.get("grids"));
        assertThat(grid.get("category").asText()).isEqualTo("health");
        assertGrid(grid, EAST, 40, 0, 0, 40 / 75.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"closed\":[\"510999-P\"]}", "{\"added\":null,\"closed\":[]}"})
    void whatChangesNothingIsToldToChangeNothing(String body) throws Exception {
        // The standard asks for no park.
        JsonNode answer = scenario("", body);
        assertThat(answer.get("categories")).isEmpty();
        assertThat(answer.get("grids")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"closed":["510999-X"]}                       | closed[0]       | no facility in force has the id 510999-X
                    {"closed":["510999-S","510999-S"]}            | closed[1]       | 510999-S is closed or moved twice
                    {"closed":["510999-S"],"moved":[{"facility":"510999-S","lon":103.5,"lat":30.2}]} | moved[0].facility | closed or moved twice
                    {"moved":[{"lon":103.5,"lat":30.2}]}          | moved[0].facility | moved[0].facility is missing
                    {"closed":[7]}                                | closed[0]       | closed[0] must be a text
                    {"closed":"510999-S"}                         | closed          | closed must be an array
                    {"added":[7]}                                 | added[0]        | added[0] must be a JSON object
                    {"added":[{"category":"幼儿园","lon":103.5}]}  | added[0].lat    | added[0].lat is missing
                    {"added":[{"category":"幼儿园","lon":103.5,"lat":"30"}]} | added[0].lat | added[0].lat must be a number from -90 to 90; it is "30"
                    {"added":[{"category":"幼儿园","lon":1e9,"lat":30}]} | added[0].lon | added[0].lon must be a number from -180 to 180
                    {"added":[{"category":"酒吧","lon":103.5,"lat":30.2}]} | added[0].category | added[0].category must be one of
                    {"added":[{"category":"幼儿园","name":5,"lon":103.5,"lat":30.2}]} | added[0].name | added[0].name must be a text
                    {"added":[{"category":"幼儿园","long":103.5,"lat":30.2}]} | added[0].long | There is no member "added[0].long" here
                    {"streets":[]}                                | streets         | There is no member "streets" here; allowed: added, moved, closed, roads
                    {"roads":[{"points":[{"lon":103.5,"lat":30.2}]}]} | roads[0].points | roads[0].points must be two points or more
                    {"roads":[{"points":[{"lon":103.5,"lat":30.2},{"lon":103.5}]}]} | roads[0].points[1].lat | roads[0].points[1].lat is missing
                    {"roads":[{"points":[{"lon":103.5,"lat":30.2},{"lon":103.5,"lat":30.2}]}]} | roads[0] | roads[0] has no length
                    {"roads":[{"points":[{"lon":103.5,"lat":30.2},{"lon":105.5,"lat":30.2}]}]} | roads[0] | roads[0] is longer than 100 km
                    {"roads":[{"points":[{"lon":103.5,"lat":30.2},{"lon":103.75,"lat":30.2}]}]} | roads | The roads of a scenario have at most 20000 m, not 240
                    {"roads":[{"points":[{"lon":103.5,"lat":30.2},{"lon":103.6,"lat":30.2}],"level":9}]} | roads[0].level | roads[0].level must be a whole number from -5 to 5
                    """)
    void aBadMemberIsNamed(String body, String member, String words) throws Exception {
        HttpResponse<String> answer = Answers.post(uri(), PATH, body);
        Answers.assertProblem(answer, 400, words);
        assertThat(answer.body()).contains("\"member\":\"" + member + "\"");
    }

    @Test
    void aBodyIsNeededAndMayNotBeLarge() throws Exception {
        Answers.assertProblem(Answers.post(uri(), PATH, ""), 400, "The body is missing");
        Answers.assertProblem(
                Answers.post(uri(), PATH, "{"), 400, "The body is not JSON at line 1, column 2");
        Answers.assertProblem(
                Answers.post(uri(), PATH, "\0\0\0{abc"), 400, "The body is not JSON in UTF-8");
        Answers.assertProblem(
                Answers.post(uri(), PATH, "[".repeat(2_000)), 400, "nested too deeply");
        Answers.assertProblem(
                Answers.post(uri(), PATH, "[]"), 400, "The body must be a JSON object");
        Answers.assertProblem(
                Answers.post(uri(), PATH, "{" + " ".repeat(1 << 17) + "}"), 413, "at most 131072");
        String many = added("小学", 0.3, 0.5) + ("," + added("小学", 0.3, 0.5)).repeat(300);
        Answers.assertProblem(
                Answers.post(uri(), PATH, "{\"added\":[" + many + "]}"),
                400,
                "A scenario has at most 300 facilities, not 301");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ?level=town    | level must be one of micro, general, community, not "town"
                    ?profile=dog   | profile must be one of adult
                    ?minutes=5     | There is no parameter "minutes" here
                    """)
    void aBadParameterIsNamed(String query, String words) throws Exception {
        Answers.assertProblem(Answers.post(uri(), PATH + query, "{}"), 400, words);
    }

    @Test
    void aPlaceFarFromAnyWayIsRefused() throws Exception {
        String body =
                "{\"added\":[%s,%s]}".formatted(added("小学", 0.3, 0.5), added("小学", 1.9, 0.95));
        HttpResponse<String> answer = Answers.post(uri(), PATH, body);
        Answers.assertProblem(answer, 422, "added[1]: no way that can be walked is near enough");
        assertThat(answer.body()).contains("\"member\":\"added[1]\"");
        // On the steps, 300 m from the street.
        String steps = "{\"moved\":[{\"facility\":\"510999-S\",%s}]}".formatted(at(1, 0.8));
        assertThat(Answers.post(uri(), PATH, steps).statusCode()).isEqualTo(200);
        Answers.assertProblem(
                Answers.post(uri(), PATH + "?profile=wheelchair", steps),
                422,
                "moved[0]: no way that can be walked");
    }

    private static void assertHouseholds(
            JsonNode category, long before, long after, long gained, long lost) {
        assertThat(category.get("householdsBefore").asLong()).isEqualTo(before);
        assertThat(category.get("householdsAfter").asLong()).isEqualTo(after);
        assertThat(category.get("gained").asLong()).isEqualTo(gained);
        assertThat(category.get("lost").asLong()).isEqualTo(lost);
    }

    private static void assertGrid(
            JsonNode grid, String code, long gained, long lost, double before, double after) {
        assertThat(grid.get("code").asText()).isEqualTo(code);
        assertThat(grid.get("gained").asLong()).isEqualTo(gained);
        assertThat(grid.get("lost").asLong()).isEqualTo(lost);
        assertThat(grid.get("shareHouseholdsBefore").asDouble()).isCloseTo(before, within(1e-9));
        assertThat(grid.get("shareHouseholdsAfter").asDouble()).isCloseTo(after, within(1e-9));
    }

    private static JsonNode only(JsonNode array) {
        assertThat(array).as(array.toString()).hasSize(1);
        return array.get(0);
    }

    private static URI uri() {
        return service.uri();
    }

    private static JsonNode scenario(String query, String body) throws Exception {
        return Answers.posted(uri(), PATH + query, body);
    }

    private static String added(String category, double east, double north) throws Exception {
        return "{\"category\":\"%s\",\"name\":\"新\",%s}".formatted(category, at(east, north));
    }

    private static String road(double east, double north, double toEast, double toNorth)
            throws Exception {
        return "{\"points\":[{%s},{%s}]}".formatted(at(east, north), at(toEast, toNorth));
    }

    private static String bridge(double east, double north, double toEast, double toNorth)
            throws Exception {
        return "{\"points\":[{%s},{%s}],\"level\":1}"
                .formatted(at(east, north), at(toEast, toNorth));
    }

    private static String at(double east, double north) throws Exception {
        LonLat place = SmallHandOver.place(east, north);
        return "\"lon\":%s,\"lat\":%s".formatted(place.lon(), place.lat());
    }
}
