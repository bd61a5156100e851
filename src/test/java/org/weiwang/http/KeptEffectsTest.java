package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.weiwang.http.Answers.assertProblem;
import static org.weiwang.http.KeptVillage.at;
import static org.weiwang.http.KeptVillage.document;
import static org.weiwang.http.KeptVillage.facility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.geo.LonLat;

/** What kept scenarios change, alone and side by side, and what they plan as features. */
@Tag("store")
class KeptEffectsTest {
    private static final String WEST = "510999001001001001";
    private static final String EAST = "510999001001001002";
    private static final String CLOSING = "\"closed\":[\"510999-S\"]";

    private static final String OF_STAMP = "editions,standard,standardVersion,profile,speed,rule";

    @TempDir private static Path data;
    @TempDir private static Path folder;
    private static KeptVillage village;

    /** Members of a body by which those in the east gain a kindergarten, and a school. */
    private static String adding;

    /** Likewise, by which the school is elsewhere. */
    private static String moving;

    @BeforeAll
    static void start() throws Exception {
        village = new KeptVillage(data, folder);
        adding =
                "\"added\":[%s,%s],\"roads\":[{\"points\":[{%s},{%s}]}]"
                        .formatted(
                                facility("幼儿园", 1.8, 0.5),
                                facility("小学", 1.8, 0.5),
                                at(1.2, 0.7),
                                at(1.3, 0.7));
        moving = "\"moved\":[{\"facility\":\"510999-S\",%s}]".formatted(at(0.5, 0.7));
    }

    @AfterEach
    void clear() throws Exception {
        village.clear();
    }

    @AfterAll
    static void stop() {
        village.close();
    }

    @ParameterizedTest
    @CsvSource({"micro", "general", "community"})
    void areThoseOfThePlanWhenItIsNotKept(String level) throws Exception {
        long id = id(village.keep("甲", adding));
        ObjectNode kept = (ObjectNode) village.get("/%d/effects?level=%s".formatted(id, level));
        assertThat(kept.remove("id").asLong()).isEqualTo(id);
        assertThat(kept.remove("name").asText()).isEqualTo("甲");
        assertThat(kept.get("categories")).hasSize(2);
        assertThat(kept.get("grids")).isNotEmpty();
        assertThat(kept.get("unjoined").toString()).isEqualTo("[0]");
        assertThat(kept).isEqualTo(asked("?level=" + level, adding));
    }

    @Test
    void areAskedForAsTheScenarioWasKeptUnlessSaidOtherwise() throws Exception {
        long id =
                id(
                        document(
                                village.send(
                                        "POST",
                                        "?profile=wheelchair&rule=time",
                                        KeptVillage.named("甲", adding)),
                                201));
        JsonNode asKept = village.get("/%d/effects".formatted(id));
        assertThat(asKept.get("profile").asText()).isEqualTo("wheelchair");
        assertThat(asKept.get("rule").asText()).isEqualTo("TIME");
        assertThat(asKept.get("categories"))
                .isEqualTo(asked("?profile=wheelchair&rule=time", adding).get("categories"));
        JsonNode otherwise = village.get("/%d/effects?profile=adult&rule=distance".formatted(id));
        assertThat(otherwise.get("categories"))
                .isEqualTo(asked("", adding).get("categories"))
                .isNotEqualTo(asKept.get("categories"));
    }

    @Test
    void areHadAsASpreadsheet() throws Exception {
        long id = id(village.keep("甲", moving));
        HttpResponse<String> answer =
                village.send("GET", "/%d/effects?format=csv".formatted(id), "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"scenario-%d.csv\"".formatted(id));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store, private");
        assertThat(answer.body())
                .isEqualTo(
                        "\ufeffcode,category,name,nameEn,gained,lost,shareHouseholdsBefore,shareHouseholdsAfter,"
                                + OF_STAMP
                                + "\r\n"
                                + WEST
                                + ",primary-school,小学,Primary school,20,10,"
                                + 10 / 30.0
                                + ","
                                + 20 / 30.0
                                + stamp("adult", 1.2)
                                + "\r\n");
        // Of nothing there is the header still.
        long nothing = id(village.keep("乙", ""));
        assertThat(village.send("GET", "/%d/effects?format=csv".formatted(nothing), "").body())
                .startsWith("\ufeffcode,category")
                .endsWith("shareHouseholdsAfter," + OF_STAMP + "\r\n");
    }

    @Test
    void sideBySideAreThoseOfEachAlone() throws Exception {
        List<JsonNode> kept =
                List.of(
                        village.keep("甲", adding),
                        village.keep("乙", CLOSING),
                        village.keep("丙", ""),
                        village.keep("丁", moving));
        for (String level : List.of("micro", "general", "community")) {
            JsonNode compared =
                    village.get(
                            "/compare?ids=%s,%s,%s,%s&level=%s"
                                    .formatted(
                                            kept.get(0).get("id"),
                                            kept.get(1).get("id"),
                                            kept.get(2).get("id"),
                                            kept.get(3).get("id"),
                                            level));
            assertThat(compared.get("level").asText()).isEqualTo(level.toUpperCase(Locale.ROOT));
            assertThat(compared.get("categories")).hasSize(2);
            for (int i = 0; i < kept.size(); i++) {
                JsonNode alone =
                        village.get("/%s/effects?level=%s".formatted(kept.get(i).get("id"), level));
                assertThat(compared.get("data")).isEqualTo(alone.get("data"));
                assertThat(compared.get("standardVersion")).isEqualTo(alone.get("standardVersion"));
                JsonNode scenario = compared.get("scenarios").get(i);
                assertThat(scenario.get("name")).isEqualTo(kept.get(i).get("name"));
                assertThat(scenario.get("changedAt")).isEqualTo(kept.get(i).get("changedAt"));
                assertThat(scenario.get("unjoined")).isEqualTo(alone.get("unjoined"));
                assertCategories(compared.get("categories"), i, alone);
                assertGrids(compared.get("grids"), i, alone);
            }
        }
    }

    private static void assertCategories(JsonNode compared, int number, JsonNode alone) {
        int found = 0;
        for (JsonNode category : compared) {
            JsonNode scenario = category.get("scenarios").get(number);
            assertThat(scenario.get("id"))
                    .isEqualTo(compared.get(0).get("scenarios").get(number).get("id"));
            JsonNode single = find(alone.get("categories"), "category", category.get("category"));
            if (single == null) {
                assertThat(scenario.get("householdsAfter"))
                        .isEqualTo(category.get("householdsBefore"));
                assertThat(scenario.get("gained").asLong()).isZero();
                assertThat(scenario.get("lost").asLong()).isZero();
                assertThat(scenario.get("minutesAfter")).isEqualTo(category.get("minutesBefore"));
            } else {
                found++;
                assertThat(category.get("name")).isEqualTo(single.get("name"));
                for (String before : List.of("householdsBefore", "minutesBefore")) {
                    assertThat(category.get(before)).isEqualTo(single.get(before));
                }
                for (String after : List.of("householdsAfter", "gained", "lost", "minutesAfter")) {
                    assertThat(scenario.get(after)).isEqualTo(single.get(after));
                }
            }
        }
        assertThat(found).isEqualTo(alone.get("categories").size());
    }

    private static void assertGrids(JsonNode compared, int number, JsonNode alone) {
        List<String> told = new ArrayList<>();
        for (JsonNode grid : compared) {
            JsonNode scenario = grid.get("scenarios").get(number);
            if (scenario.get("gained").asLong() + scenario.get("lost").asLong() > 0) {
                told.add(
                        "{\"code\":%s,\"category\":%s,\"gained\":%s,\"lost\":%s,\"shareHouseholdsBefore\":%s,\"shareHouseholdsAfter\":%s}"
                                .formatted(
                                        grid.get("code"),
                                        grid.get("category"),
                                        scenario.get("gained"),
                                        scenario.get("lost"),
                                        grid.get("shareHouseholdsBefore"),
                                        scenario.get("shareHouseholdsAfter")));
            } else {
                assertThat(scenario.get("shareHouseholdsAfter"))
                        .isEqualTo(grid.get("shareHouseholdsBefore"));
            }
        }
        assertThat(told.toString().replace(", ", ",")).isEqualTo(alone.get("grids").toString());
    }

    private static JsonNode find(JsonNode array, String member, JsonNode value) {
        for (JsonNode element : array) {
            if (element.get(member).equals(value)) {
                return element;
            }
        }
        return null;
    }

    @Test
    void sideBySideAreHadAsASpreadsheet() throws Exception {
        JsonNode closing = village.keep("=关", CLOSING);
        JsonNode adds = village.keep("甲", adding);
        HttpResponse<String> answer =
                village.send(
                        "GET",
                        "/compare?ids=%s,%s&format=csv"
                                .formatted(closing.get("id"), adds.get("id")),
                        "");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"scenarios.csv\"");
        assertThat(answer.body().lines().skip(1))
                .containsExactly(
                        row(closing, "'=关", EAST, "kindergarten,幼儿园,Kindergarten", "0.0,0,0,0.0"),
                        row(
                                adds,
                                "甲",
                                EAST,
                                "kindergarten,幼儿园,Kindergarten",
                                "0.0,40,0," + 40 / 75.0),
                        row(
                                closing,
                                "'=关",
                                WEST,
                                "primary-school,小学,Primary school",
                                10 / 30.0 + ",0,10,0.0"),
                        row(
                                adds,
                                "甲",
                                WEST,
                                "primary-school,小学,Primary school",
                                10 / 30.0 + ",0,0," + 10 / 30.0),
                        row(
                                closing,
                                "'=关",
                                EAST,
                                "primary-school,小学,Primary school",
                                "0.0,0,0,0.0"),
                        row(
                                adds,
                                "甲",
                                EAST,
                                "primary-school,小学,Primary school",
                                "0.0,40,0," + 40 / 75.0));
    }

    private static String row(
            JsonNode kept, String name, String code, String category, String figures)
            throws Exception {
        return String.join(",", kept.get("id").toString(), name, code, category, figures)
                + stamp("adult", 1.2);
    }

    @Test
    void areComparedByOneQuestion() throws Exception {
        JsonNode first =
                document(
                        village.send("POST", "?profile=wheelchair", KeptVillage.named("甲", moving)),
                        201);
        JsonNode second = village.keep("乙", CLOSING);
        String ids = "/compare?ids=%s,%s".formatted(first.get("id"), second.get("id"));
        assertThat(village.get(ids).get("profile").asText()).isEqualTo("wheelchair");
        assertThat(village.get(ids + "&profile=child").get("profile").asText()).isEqualTo("child");
        String stamp = stamp("wheelchair", 40 / 60.0);
        assertThat(village.send("GET", ids + "&format=csv", "").body().lines().skip(1))
                .isNotEmpty()
                .allMatch(row -> row.endsWith(stamp));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ?level=micro        | 400 | ids is missing
                    ?ids=ID             | 400 | ids must be 2 to 10 different ids of scenarios
                    ?ids=ID,ID          | 400 | different ids
                    ?ids=ID,            | 400 | different ids
                    ?ids=ID,x           | 400 | different ids
                    ?ids=1,2,3,4,5,6,7,8,9,10,11 | 400 | 2 to 10
                    ?ids=ID,999999      | 404 | there is no scenario 999999
                    ?ids=ID,2&level=town | 400 | level must be one of
                    ?ids=ID,2&format=xml | 400 | format must be one of json, csv, not "xml"
                    ?ids=ID,2&id=3      | 400 | There is no parameter "id" here
                    """)
    void whatCannotBeComparedIsNamed(String query, int status, String words) throws Exception {
        String id = village.keep("甲", "").get("id").toString();
        assertProblem(village.send("GET", "/compare" + query.replace("ID", id), ""), status, words);
    }

    @Test
    void whatIsPlannedIsHadAsFeatures() throws Exception {
        long id = id(village.keep("甲", adding + "," + moving));
        HttpResponse<String> answer = village.send("GET", "/%d/plan.geojson".formatted(id), "");
        JsonNode collection = document(answer, 200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        assertThat(answer.headers().firstValue("Weiwang-Editions")).contains("510999-1");
        assertThat(collection.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(collection.get("name").asText()).isEqualTo("甲");
        List<String> features = new ArrayList<>();
        collection.get("features").forEach(feature -> features.add(told(feature)));
        assertThat(features)
                .containsExactly(
                        "added[0] Point null ADDED 幼儿园 新",
                        "added[1] Point null ADDED 小学 新",
                        "moved[0] Point 510999-S MOVED 小学 西小学",
                        "moved[0].from Point 510999-S MOVED_FROM 小学 西小学",
                        "roads[0] LineString null ROAD null null");
        JsonNode plan = village.get("/" + id).get("plan");
        assertAt(position(collection, 0), plan.get("added").get(0));
        assertAt(position(collection, 2), plan.get("moved").get(0));
        JsonNode road = collection.get("features").get(4);
        assertAt(
                road.get("geometry").get("coordinates").get(1),
                plan.get("roads").get(0).get("points").get(1));
        assertThat(road.get("properties").get("level").asInt()).isZero();
        long closing = id(village.keep("乙", CLOSING));
        JsonNode closed = village.get("/%d/plan.geojson".formatted(closing)).get("features").get(0);
        assertThat(told(closed)).isEqualTo("closed[0] Point 510999-S CLOSED 小学 西小学");
        LonLat school = SmallHandOver.place(0.3, 0.5);
        JsonNode position = closed.get("geometry").get("coordinates");
        assertThat(position.get(0).asDouble()).isCloseTo(school.lon(), within(1e-6));
        assertThat(position.get(1).asDouble()).isCloseTo(school.lat(), within(1e-6));
        assertThat(closed.get("geometry"))
                .isEqualTo(collection.get("features").get(3).get("geometry"));
    }

    private static JsonNode position(JsonNode collection, int number) {
        return collection.get("features").get(number).get("geometry").get("coordinates");
    }

    /** Positions have eight decimals. */
    private static void assertAt(JsonNode position, JsonNode place) {
        assertThat(position.get(0).asDouble()).isCloseTo(place.get("lon").asDouble(), within(5e-9));
        assertThat(position.get(1).asDouble()).isCloseTo(place.get("lat").asDouble(), within(5e-9));
    }

    private static String told(JsonNode feature) {
        JsonNode properties = feature.get("properties");
        return String.join(
                " ",
                feature.get("id").asText(),
                feature.get("geometry").get("type").asText(),
                properties.get("facility").asText(),
                properties.get("change").asText(),
                properties.get("category").asText(),
                properties.get("name").asText());
    }

    /** The cells of a row that tell by and from what it was computed. */
    private static String stamp(String profile, double speed) throws Exception {
        String version = asked("", "").get("standardVersion").asText();
        return ",510999-1,gb50180,%s,%s,%s,DISTANCE".formatted(version, profile, speed);
    }

    private static JsonNode asked(String query, String plan) throws Exception {
        return Answers.posted(village.uri(), "/api/v1/circle/scenario" + query, "{" + plan + "}");
    }

    private static long id(JsonNode kept) {
        return kept.get("id").asLong();
    }
}
