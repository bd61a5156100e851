package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.ZippedHandOver;
import org.weiwang.geo.LonLat;

/** What is wrong with editions, and how it is mended, over HTTP. */
@Tag("store")
class CheckedEditionsApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String EDITIONS = "/api/v1/editions";
    private static final String FINDINGS = "/ogc/collections/findings/items";
    private static final String WEST = "510999001001001001";
    private static final String EAST = "510999001001001002";
    private static final String GENERAL = "510999001001001";

    @TempDir private Path folder;
    @TempDir private Path data;
    private SmallService service;
    private SmallHandOver handOver;

    @BeforeEach
    void start() throws Exception {
        service = new SmallService(data).start();
        service.service().keeper().await(first -> true);
        handOver = new SmallHandOver(folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anOverlapIsShownToPlannersAndKeepsTheDraftFromBeingPublished() throws Exception {
        JsonNode report = upload(handOver.overlapping(100));
        assertThat(report.at("/findings/errors").asInt()).isEqualTo(1);
        JsonNode kinds = json(get(EDITIONS + "/510999-1", Role.PLANNER)).at("/findings/kinds");
        assertThat(kinds.get("OVERLAP").asInt()).isEqualTo(1);

        JsonNode point = only(get(FINDINGS + "?edition=510999-1&severity=ERROR", Role.PLANNER));
        assertThat(point.at("/properties/kind").asText()).isEqualTo("OVERLAP");
        assertThat(point.at("/properties/grids").asText()).isEqualTo(WEST + "," + EAST);
        assertThat(point.at("/properties/sentence").asText()).contains("重叠").contains(WEST);
        assertThat(point.at("/properties/width").asDouble()).isBetween(99.0, 101.0);
        assertThat(point.at("/properties/squareMetres").asDouble()).isBetween(99_000.0, 101_000.0);
        LonLat middle = SmallHandOver.place(1.05, 0.5);
        assertThat(point.at("/geometry/coordinates/0").asDouble())
                .isBetween(middle.lon() - 1e-4, middle.lon() + 1e-4);
        JsonNode area =
                only(
                        get(
                                "/ogc/collections/finding-areas/items?kind=OVERLAP&edition=510999-1",
                                Role.PLANNER));
        assertThat(area.at("/geometry/type").asText()).isEqualTo("MultiPolygon");
        assertThat(area.get("id")).isEqualTo(point.get("id"));
        assertThat(get(FINDINGS + "?edition=510999-1&f=csv", Role.PLANNER).body())
                .contains("OVERLAP", WEST);

        assertProblem(get(FINDINGS + "?edition=510999-1", null), 404, "no edition 510999-1");
        assertProblem(get(FINDINGS + "?edition=%00", Role.PLANNER), 404, "no edition");
        HttpResponse<String> refused = post("/510999-1/publish", "{}", Role.PUBLISHER);
        assertProblem(refused, 422, "has errors (1)");
        assertThat(refused.body()).contains(WEST);
        assertThat(json(get(FINDINGS, null)).get("features")).isEmpty();
    }

    @Test
    void warningsAreKeptWithTheEditionForEveryone() throws Exception {
        upload(handOver.withAddress("远路1号", 5, 5, "1"));
        assertThat(post("/510999-1/publish", "{}", Role.PUBLISHER).statusCode()).isEqualTo(200);
        service.service().keeper().await(newer -> !newer.parts().isEmpty());
        JsonNode features = json(get(FINDINGS + "?kind=ADDRESS_OUTSIDE", null)).get("features");
        assertThat(features).hasSize(1);
        assertThat(json(get(FINDINGS + "?edition=510999-1", null)).get("features")).isNotEmpty();
        assertThat(json(get(EDITIONS + "/510999-1", null)).at("/findings/errors").asInt()).isZero();
    }

    @Test
    void aRepairThatWasChosenMakesADraftInThePlaceOfTheOther() throws Exception {
        upload(handOver.overlapping(100));
        JsonNode repairs = json(get(EDITIONS + "/510999-1/repairs", Role.PLANNER)).get("repairs");
        assertThat(repairs).hasSize(1);
        assertThat(repairs.at("/0/kind").asText()).isEqualTo("CUT_OVERLAP");
        String id = repairs.at("/0/id").asText();
        JsonNode repair = json(get(EDITIONS + "/510999-1/repairs/" + id, Role.PLANNER));
        assertThat(repair.at("/changes/0/before")).isNotEqualTo(repair.at("/changes/0/after"));

        HttpResponse<String> made =
                post("/510999-1/repairs", "{\"repairs\": [\"%s\"]}".formatted(id), Role.PLANNER);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).contains(EDITIONS + "/510999-2");
        assertThat(json(made).at("/findings/errors").asInt()).isZero();
        assertProblem(get(EDITIONS + "/510999-1", Role.PLANNER), 404, "no edition 510999-1");
        // What came with the first draft comes with this one.
        assertThat(post("/510999-2/publish", "{}", Role.PUBLISHER).statusCode()).isEqualTo(200);
        service.service().keeper().await(newer -> !newer.parts().isEmpty());
        assertThat(json(get("/api/v1/grids/" + WEST, null)).get("responders")).hasSize(1);
        assertThat(
                        StreamSupport.stream(
                                json(get("/api/v1/audit", Role.ADMIN)).get("entries").spliterator(),
                                false))
                .anyMatch(entry -> entry.get("action").asText().equals("EDITION_REVISED"));
    }

    @Test
    void allRepairsAtOnce() throws Exception {
        upload(handOver.overlapping(-0.5));
        assertThat(post("/510999-1/repairs", "{\"all\": true}", Role.PLANNER).statusCode())
                .isEqualTo(201);
        JsonNode kinds = json(get(EDITIONS + "/510999-2", Role.PLANNER)).at("/findings/kinds");
        assertThat(kinds.has("GAP_SLIVER")).isFalse();
        assertThat(kinds.has("PARENT_NOT_FILLED_SLIVER")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /repairs | {"repairs": ["x"]}              | 422 | x
                    /repairs | {}                              | 400 | "repairs"
                    /repairs | {"all": true, "repairs": ["x"]} | 400 | "all": true
                    /edits   | {"removed": ["X"]}              | 422 | no grid X to remove
                    /edits   | {"removed": ["510999001001"]}   | 422 | only micro and dedicated grids
                    /edits   | {"added": [{"code": "1"}]}      | 400 | added[0].level
                    /edits   | {"added": [{"code": "1", "level": "MICRO", "name": " "}]} | 400 | added[0].name
                    /edits   | {"other": 1}                    | 400 | no member "other"
                    """)
    void whatCannotBeMadeIsTold(String path, String body, int status, String words)
            throws Exception {
        upload(handOver);
        assertProblem(post("/510999-1" + path, body, Role.PLANNER), status, words);
        assertThat(get(EDITIONS + "/510999-1", Role.PLANNER).statusCode()).isEqualTo(200);
        assertProblem(
                post("/510999-1" + path, body, Role.DISPATCHER), 403, "needs the role PLANNER");
    }

    /** The boundary between the two grids moves 100 m to the east. */
    @Test
    void aBoundaryIsMovedFromWhatIsInForce() throws Exception {
        upload(handOver);
        assertThat(post("/510999-1/publish", "{}", Role.PUBLISHER).statusCode()).isEqualTo(200);
        LonLat southWest = SmallHandOver.place(-1, -1);
        LonLat northEast = SmallHandOver.place(3, 2);
        JsonNode grids =
                json(
                        get(
                                EDITIONS
                                        + "/510999-1/grids?bbox=%s,%s,%s,%s"
                                                .formatted(
                                                        southWest.lon(),
                                                        southWest.lat(),
                                                        northEast.lon(),
                                                        northEast.lat()),
                                Role.PLANNER));
        assertThat(grids.get("features")).hasSize(4);

        ObjectNode half = edits(grids, WEST);
        JsonNode checked = json(post("/510999-1/edits/check", half.toString(), Role.PLANNER));
        assertThat(checked.get("findings"))
                .anyMatch(finding -> finding.get("kind").asText().equals("OVERLAP"));

        ObjectNode whole = edits(grids, WEST, EAST);
        JsonNode fine = json(post("/510999-1/edits/check", whole.toString(), Role.PLANNER));
        assertThat(fine.get("findings"))
                .noneMatch(finding -> finding.get("severity").asText().equals("ERROR"));
        HttpResponse<String> saved = post("/510999-1/edits", whole.toString(), Role.PLANNER);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
        assertThat(json(saved).at("/findings/errors").asInt()).isZero();
        assertThat(json(get(EDITIONS + "/510999-1", null)).get("state").asText())
                .isEqualTo("PUBLISHED");
        JsonNode compared = json(get(EDITIONS + "/510999-1/compare/510999-2", Role.PLANNER));
        assertThat(compared.at("/counts/MICRO/RESHAPED").asInt()).isEqualTo(2);
        assertThat(compared.at("/counts/MICRO/RENAMED").asInt()).isZero();
    }

    /** Whoever draws sees what comes of it apart from what was wrong before. */
    @Test
    void whatWasWrongBeforeIsTold() throws Exception {
        upload(handOver);
        JsonNode grids = json(get(EDITIONS + "/510999-1/grids?bbox=103,30,104,31", Role.PLANNER));
        ObjectNode half = edits(grids, WEST);
        assertThat(overlap("/510999-1", half).get("isNew").asBoolean()).isTrue();
        JsonNode draft = json(post("/510999-1/edits", half.toString(), Role.PLANNER));
        ((ObjectNode) half.at("/changed/0")).put("name", "Renamed");
        String path = "/" + draft.get("edition").asText();
        assertThat(overlap(path, half).get("isNew").asBoolean()).isFalse();
    }

    private JsonNode overlap(String edition, ObjectNode edits) throws Exception {
        JsonNode checked = json(post(edition + "/edits/check", edits.toString(), Role.PLANNER));
        return StreamSupport.stream(checked.get("findings").spliterator(), false)
                .filter(finding -> finding.get("kind").asText().equals("OVERLAP"))
                .findFirst()
                .orElseThrow();
    }

    /** A micro grid less: what it covered is the other's, and nothing above changes. */
    @Test
    void twoGridsBecomeOne() throws Exception {
        upload(handOver);
        JsonNode grids = json(get(EDITIONS + "/510999-1/grids?bbox=103,30,104,31", Role.PLANNER));
        ObjectNode edits = JSON.createObjectNode();
        ObjectNode grid = edits.putArray("changed").addObject();
        JsonNode general = feature(grids, GENERAL);
        grid.setAll((ObjectNode) feature(grids, WEST).get("properties"));
        grid.set("geometry", general.get("geometry"));
        edits.putArray("removed").add(EAST);
        HttpResponse<String> saved = post("/510999-1/edits", edits.toString(), Role.PLANNER);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
        assertThat(json(saved).at("/findings/errors").asInt()).isZero();
        JsonNode after = json(get(EDITIONS + "/510999-2/grids?bbox=103,30,104,31", Role.PLANNER));
        assertThat(after.get("features")).hasSize(3);
        assertThat(feature(after, GENERAL).get("geometry")).isEqualTo(general.get("geometry"));
    }

    /** Who adds a grid must not take another's place, nor who changes one make one. */
    @Test
    void whatIsAddedIsNewAndWhatIsChangedIsThere() throws Exception {
        upload(handOver);
        JsonNode grids = json(get(EDITIONS + "/510999-1/grids?bbox=103,30,104,31", Role.PLANNER));
        ObjectNode changed = edits(grids, WEST);
        ObjectNode added = JSON.createObjectNode();
        added.set("added", changed.get("changed"));
        assertProblem(
                post("/510999-1/edits", added.toString(), Role.PLANNER),
                422,
                "there is a grid %s already".formatted(WEST));
        ((ObjectNode) changed.at("/changed/0")).put("code", "X");
        assertProblem(
                post("/510999-1/edits/check", changed.toString(), Role.PLANNER),
                422,
                "there is no grid X to change");
    }

    /** These grids with the boundary between them 0.001° further east. */
    private static ObjectNode edits(JsonNode grids, String... codes) {
        ObjectNode edits = JSON.createObjectNode();
        ArrayNode drawn = edits.putArray("changed");
        // In the middle of the district's width.
        double between = feature(grids, EAST).at("/geometry/coordinates/0/0/0/0").asDouble();
        for (String code : codes) {
            ObjectNode grid = drawn.addObject();
            grid.setAll((ObjectNode) feature(grids, code).get("properties"));
            JsonNode geometry = feature(grids, code).get("geometry").deepCopy();
            for (JsonNode position : geometry.at("/coordinates/0/0")) {
                double lon = position.get(0).asDouble();
                if (Math.abs(lon - between) < 0.0005) {
                    ((ArrayNode) position).set(0, lon + 0.001);
                }
            }
            grid.set("geometry", geometry);
        }
        return edits;
    }

    private static JsonNode feature(JsonNode grids, String code) {
        return StreamSupport.stream(grids.get("features").spliterator(), false)
                .filter(feature -> feature.get("id").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode only(HttpResponse<String> answer) throws Exception {
        JsonNode features = json(answer).get("features");
        assertThat(features).hasSize(1);
        return features.get(0);
    }

    private JsonNode upload(SmallHandOver files) throws Exception {
        files.write();
        HttpResponse<String> answer =
                send(
                        EDITIONS + "?district=" + SmallHandOver.DISTRICT,
                        "POST",
                        "application/zip",
                        BodyPublishers.ofByteArray(ZippedHandOver.of(folder)),
                        Role.PLANNER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private HttpResponse<String> post(String path, String body, Role role) throws Exception {
        return send(
                EDITIONS + path, "POST", "application/json", BodyPublishers.ofString(body), role);
    }

    private HttpResponse<String> get(String path, Role role) throws Exception {
        return send(path, "GET", "", BodyPublishers.noBody(), role);
    }

    private HttpResponse<String> send(
            String path, String method, String type, BodyPublisher body, Role role)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.uri().resolve(path)).method(method, body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (role != null) {
            request.header("Authorization", "Bearer " + SmallService.secret(role));
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return JSON.readTree(answer.body());
    }
}
