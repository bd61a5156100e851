package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.ServedDemoCounty;
import org.weiwang.SmallService;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

/** Isochrones of {@link Village}, whose ways can be followed by hand. */
@Tag("store")
class IsochroneApiTest {
    /** How many kilometres of the map are one on the ground. */
    private static final double SCALE = 1.000255;

    /** In degrees, to which GeoJSON is written. */
    private static final double MILLIMETRE = 1e-8;

    @TempDir private static Path data;
    @TempDir private static Path folder;
    private static SmallService service;

    @BeforeAll
    static void start() throws Exception {
        service = new SmallService(data).startWithCircle(Village.in(folder), folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatLiesWithinIsCountedByTheWalk() throws Exception {
        JsonNode answer = get(at(0.5, 0.5) + "&minutes=15,5,10,5");
        assertThat(answer.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(answer.get("profile").asText()).isEqualTo("adult");
        assertThat(answer.get("speed").asDouble()).isEqualTo(1.2);
        assertThat(answer.get("standard").asText()).isEqualTo("gb50180");
        assertThat(answer.get("editions").toString()).isEqualTo("[\"510999-1\"]");
        assertThat(answer.get("data").get("roads").has("510999")).isTrue();
        // 360, 720 and 1,080 m: 甲1号 and 甲2号 are 400 m away, 乙4号 700 m, 乙1号 820 m up the
        // steps, the park's gate 1,200 m.
        assertThat(properties(answer))
                .containsExactly(
                        "{\"minutes\":5,\"addresses\":0,\"households\":0,\"facilities\":{\"幼儿园\":1}}",
                        "{\"minutes\":10,\"addresses\":3,\"households\":30,\"facilities\":{\"幼儿园\":1}}",
                        "{\"minutes\":15,\"addresses\":4,\"households\":60,\"facilities\":{\"幼儿园\":1}}");
        assertThat(properties(get(at(0.5, 0.5) + "&minutes=17.5")))
                .containsExactly(
                        "{\"minutes\":17.5,\"addresses\":4,\"households\":60,\"facilities\":{\"公园\":1,\"幼儿园\":1}}");
    }

    @Test
    void whoCannotTakeStepsReachesLess() throws Exception {
        JsonNode answer = get(at(0.5, 0.5) + "&minutes=22&profile=wheelchair");
        // 880 m at 40 m a minute.
        assertThat(properties(answer))
                .containsExactly(
                        "{\"minutes\":22,\"addresses\":3,\"households\":30,\"facilities\":{\"幼儿园\":1}}");
    }

    @Test
    void theAreasLieAroundTheReachedWaysAndInEachOther() throws Exception {
        JsonNode answer = get(at(0.5, 0.5) + "&minutes=5,10,15");
        List<Geometry> areas = new ArrayList<>();
        answer.get("features").forEach(feature -> areas.add(area(feature.get("geometry"))));
        double reach = 0.36 * SCALE;
        Geometry five = areas.get(0);
        assertThat(five.covers(line(0.5 - reach, 0.5, 0.5 + reach, 0.5))).isTrue();
        assertThat(five.covers(line(0.5, 0.5 - reach, 0.5, 0.5 + reach))).isTrue();
        assertThat(five.covers(point(0.5 + reach + 0.028, 0.5))).isTrue();
        assertThat(five.covers(point(0.5 + reach + 0.031, 0.5))).isFalse();
        assertThat(five.covers(point(0.7, 0.528))).isTrue();
        assertThat(five.covers(point(0.7, 0.531))).isFalse();
        assertThat(areas.get(1).covers(line(0, 0.5, 0.5 + 2 * reach, 0.5))).isTrue();
        assertThat(areas.get(1).buffer(MILLIMETRE).covers(five)).isTrue();
        assertThat(areas.get(2).buffer(MILLIMETRE).covers(areas.get(1))).isTrue();
        assertThat(areas.get(2).covers(line(1, 0.5, 1, 0.9))).isTrue();
        // The bridge that passes over the street is not on it.
        assertThat(areas.get(2).covers(point(1.5, 0.6))).isFalse();
    }

    @Test
    void withoutMinutesFiveTenAndFifteen() throws Exception {
        List<Integer> minutes = new ArrayList<>();
        get(at(0.5, 0.5))
                .get("features")
                .forEach(f -> minutes.add(f.get("properties").get("minutes").asInt()));
        assertThat(minutes).containsExactly(5, 10, 15);
    }

    @Test
    void whatIsOnAnIslandReachesTheIsland() throws Exception {
        assertThat(properties(get(at(1.5, 0.6) + "&minutes=60")))
                .containsExactly(
                        "{\"minutes\":60,\"addresses\":0,\"households\":0,\"facilities\":{\"公交站\":1}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    minutes=0            | each of minutes must be above 0 and at most 60, not 0
                    minutes=-5           | each of minutes must be above 0
                    minutes=1e9          | each of minutes must be above 0 and at most 60, not 1e9
                    minutes=5,,10        | minutes must be a number, not ""
                    minutes=             | minutes must be a number
                    minutes=five         | minutes must be a number
                    minutes=1,2,3,4,5,6,7,8,9,10,11 | minutes must be at most 10 numbers, not 11
                    profile=dog          | profile must be one of adult, elderly, child, wheelchair
                    standard=gb          | standard must be one of gb50180, tdt1062, commerce2021
                    distance=30          | There is no parameter "distance" here
                    datum=moon           | datum must be one of
                    """)
    void aBadParameterIsNamed(String parameter, String words) throws Exception {
        HttpResponse<String> answer =
                Answers.fetch(uri(), "/api/v1/isochrone?" + at(0.5, 0.5) + "&" + parameter);
        Answers.assertProblem(answer, 400, words);
    }

    @Test
    void aPlaceIsNeeded() throws Exception {
        Answers.assertProblem(
                Answers.fetch(uri(), "/api/v1/isochrone?lat=30"), 400, "lon is missing");
        Answers.assertProblem(
                Answers.fetch(uri(), "/api/v1/isochrone?lon=190&lat=30"), 400, "lon must be");
    }

    @Test
    void aPlaceFarFromAnyWayIsRefused() throws Exception {
        Answers.assertProblem(
                Answers.fetch(uri(), "/api/v1/isochrone?" + at(1.9, 0.95)),
                422,
                "No way that can be walked is within 200 m of the point");
        // Beside the steps, but 300 m from the street.
        Answers.assertProblem(
                Answers.fetch(uri(), "/api/v1/isochrone?profile=wheelchair&" + at(1.02, 0.8)),
                422,
                "No way that can be walked");
    }

    @Test
    void withoutRoadsNothingIsKnownOfWalking() throws Exception {
        try (TestServer empty = TestServer.started()) {
            Answers.assertProblem(
                    empty.get("/api/v1/isochrone?lon=103.5&lat=30.2"),
                    422,
                    "No roads are in force");
        }
    }

    @Test
    void entrancesAreNoFacilitiesOfTheLayer() throws Exception {
        assertThat(
                        Answers.get(uri(), "/ogc/collections/facilities/items")
                                .get("numberMatched")
                                .asInt())
                .isEqualTo(3);
    }

    @Test
    void newFacilitiesAreFollowed(@TempDir Path data, @TempDir Path folder) throws Exception {
        try (SmallService own = new SmallService(data).startWith(Village.in(folder), folder)) {
            own.service().circles().await(circle -> circle.city().sites().size() == 3);
            Village.in(folder).withFacility("K2", "西幼儿园", "幼儿园", "", 0.4, 0.5).write();
            own.backend()
                    .importer()
                    .run(
                            ServedDemoCounty.request(
                                    SmallHandOver.DISTRICT,
                                    false,
                                    folder.resolve("facilities.shp")));
            own.service().circles().await(circle -> circle.city().sites().size() == 4);
            assertThat(
                            Answers.get(own.uri(), "/api/v1/isochrone?minutes=5&" + at(0.5, 0.5))
                                    .at("/features/0/properties/facilities/幼儿园")
                                    .asInt())
                    .isEqualTo(2);
            assertThat(Answers.get(own.uri(), "/health/ready").get("circle").asText())
                    .isEqualTo("ready");
        }
    }

    private static URI uri() {
        return service.uri();
    }

    private static JsonNode get(String query) throws Exception {
        return Answers.get(uri(), "/api/v1/isochrone?" + query);
    }

    private static String at(double east, double north) throws Exception {
        LonLat place = SmallHandOver.place(east, north);
        return "lon=" + place.lon() + "&lat=" + place.lat();
    }

    private static List<String> properties(JsonNode answer) {
        List<String> all = new ArrayList<>();
        answer.get("features").forEach(feature -> all.add(feature.get("properties").toString()));
        return all;
    }

    private static Geometry point(double east, double north) throws Exception {
        return Wgs84.point(SmallHandOver.place(east, north));
    }

    private static Geometry line(double east, double north, double toEast, double toNorth)
            throws Exception {
        return Wgs84.FACTORY.createLineString(
                new Coordinate[] {
                    point(east, north).getCoordinate(), point(toEast, toNorth).getCoordinate()
                });
    }

    private static Geometry area(JsonNode multiPolygon) {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode polygon : multiPolygon.get("coordinates")) {
            List<LinearRing> rings = new ArrayList<>();
            for (JsonNode ring : polygon) {
                List<Coordinate> points = new ArrayList<>();
                ring.forEach(
                        p -> points.add(new Coordinate(p.get(0).asDouble(), p.get(1).asDouble())));
                rings.add(Wgs84.FACTORY.createLinearRing(points.toArray(Coordinate[]::new)));
            }
            polygons.add(
                    Wgs84.FACTORY.createPolygon(rings.remove(0), rings.toArray(LinearRing[]::new)));
        }
        return Wgs84.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
