package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;
import org.weiwang.geo.LonLat;

/**
 * Where {@link Village}, which has a school that serves the 10 households of 甲1号, should have more.
 * Within 500 m of the lane's upper end live 20 households, of the steps 30, of the main street's
 * eastern end 40; 5 are off the roads.
 */
@Tag("store")
class SitingApiTest {
    private static final String PATH = "/api/v1/circle/siting";

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
    void theSitesThatServeMostAreChosen() throws Exception {
        JsonNode answer = siting("", 2, places(), "");
        assertThat(answer.get("standard").asText()).isEqualTo("gb50180");
        assertThat(answer.get("rule").asText()).isEqualTo("DISTANCE");
        assertThat(answer.get("editions").toString()).isEqualTo("[\"510999-1\"]");
        assertThat(answer.get("data").get("roads").has("510999")).isTrue();
        assertThat(answer.get("category").asText()).isEqualTo("primary-school");
        assertThat(answer.get("capacity").isNull()).isTrue();
        assertThat(answer.get("candidates").asInt()).isEqualTo(3);
        assertThat(answer.get("noNetwork").asInt()).isZero();
        assertThat(answer.get("oneIn").asInt()).isEqualTo(1);
        assertThat(answer.get("complete").asBoolean()).isTrue();
        assertThat(answer.get("sites")).hasSize(2);
        assertSite(answer.get("sites").get(0), 1.8, 0.5, 40);
        assertSite(answer.get("sites").get(1), 1, 0.75, 30);
        assertThat(answer.get("households").asInt()).isEqualTo(105);
        assertHouseholds(answer, 10, 80);
        assertThat(answer.get("upperBound").asInt()).isEqualTo(80);
        assertThat(answer.get("ratio").asDouble()).isEqualTo(1);
    }

    @Test
    void theChoiceDoesWhatAScenarioSays() throws Exception {
        JsonNode first = siting("", 1, places(), "").get("sites").get(0);
        JsonNode effect =
                Answers.posted(
                                uri(),
                                "/api/v1/circle/scenario",
                                "{\"added\":[{\"category\":\"小学\",\"lon\":%s,\"lat\":%s}]}"
                                        .formatted(first.get("lon"), first.get("lat")))
                        .at("/categories/0");
        assertThat(effect.get("gained")).isEqualTo(first.get("households"));
    }

    @Test
    void aSiteServesNoMoreThanItsCapacity() throws Exception {
        JsonNode answer = siting("", 1, places(), ",\"capacity\":35");
        assertThat(answer.get("capacity").asInt()).isEqualTo(35);
        assertSite(answer.get("sites").get(0), 1.8, 0.5, 35);
        assertHouseholds(answer, 10, 45);
    }

    @Test
    void whoCannotTakeStepsHasSitesOnTheStreets() throws Exception {
        JsonNode answer = siting("?profile=wheelchair", 2, places(), "");
        assertThat(answer.get("noNetwork").asInt()).isEqualTo(1);
        assertSite(answer.get("sites").get(0), 1.8, 0.5, 40);
        assertSite(answer.get("sites").get(1), 0.5, 0.8, 20);
        assertHouseholds(answer, 10, 70);
    }

    @Test
    void anyAddressMayBeASite() throws Exception {
        JsonNode answer = siting("", 5, "\"addresses\"", "");
        assertThat(answer.get("candidates").asInt()).isEqualTo(6);
        assertThat(answer.get("noNetwork").asInt()).isEqualTo(1);
        // A fourth would serve nobody.
        assertThat(answer.get("sites")).hasSize(3);
        assertSite(answer.get("sites").get(0), 1.9, 0.5, 40);
        assertHouseholds(answer, 10, 100);
        assertThat(answer.get("upperBound").asInt()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"sites":1,"candidates":"addresses"}                                       | category   | category is missing
                    {"category":"pub","sites":1,"candidates":"addresses"}                      | category   | category must be one of kindergarten
                    {"category":"market","candidates":"addresses"}                             | sites      | sites is missing
                    {"category":"market","sites":0,"candidates":"addresses"}                   | sites      | sites must be a whole number from 1 to 100; it is 0
                    {"category":"market","sites":101,"candidates":"addresses"}                 | sites      | sites must be a whole number from 1 to 100
                    {"category":"market","sites":1.5,"candidates":"addresses"}                 | sites      | sites must be a whole number
                    {"category":"market","sites":1}                                            | candidates | candidates is missing
                    {"category":"market","sites":1,"candidates":[]}                            | candidates | candidates must be "addresses" or an array of 1 to 10000 points
                    {"category":"market","sites":1,"candidates":"schools"}                     | candidates | candidates must be "addresses"
                    {"category":"market","sites":1,"candidates":[{"lon":103.5,"lat":95}]}      | candidates[0].lat | candidates[0].lat must be a number from -90 to 90
                    {"category":"market","sites":1,"candidates":"addresses","capacity":0}      | capacity   | capacity must be a whole number from 1
                    {"category":"market","sites":1,"candidates":"addresses","seconds":0}       | seconds    | seconds must be a whole number from 1 to 120; it is 0
                    {"category":"market","sites":1,"candidates":"addresses","seconds":121}     | seconds    | seconds must be a whole number from 1 to 120
                    {"category":"market","sites":1,"candidates":"addresses","minutes":5}       | minutes    | There is no member "minutes" here
                    """)
    void aBadMemberIsNamed(String body, String member, String words) throws Exception {
        HttpResponse<String> answer = Answers.post(uri(), PATH, body);
        Answers.assertProblem(answer, 400, words);
        assertThat(answer.body()).contains("\"member\":\"" + member + "\"");
    }

    @Test
    void aCategoryNeedsAKnownLimit() throws Exception {
        String body = body(1, "\"addresses\"", "").replace("primary-school", "health-station");
        Answers.assertProblem(
                Answers.post(uri(), PATH + "?standard=tdt1062&rule=time", body),
                400,
                "tdt1062 does not say what serves health-station by the rule time");
    }

    @Test
    void whatCannotBeSitedIsRefused() throws Exception {
        Answers.assertProblem(
                Answers.post(uri(), PATH, body(1, "[" + place(1.9, 0.95) + "]", "")),
                422,
                "None of the candidates (1) is on the walking network");
        Answers.assertProblem(
                Answers.post(uri(), PATH, body(7, "\"addresses\"", "")),
                422,
                "Of 6 candidates from 1 to 6 sites can be chosen, not 7");
    }

    @Test
    void onlyPlannersHaveItSearchedForLong() throws Exception {
        String usual = body(1, places(), ",\"seconds\":30");
        String longer = body(1, places(), ",\"seconds\":31");
        assertThat(Answers.post(uri(), PATH, usual).statusCode()).isEqualTo(200);
        Answers.assertProblem(
                Answers.post(uri(), PATH, longer),
                401,
                "More than 30 seconds needs a token of the role PLANNER");
        Answers.assertProblem(
                Answers.send(uri(), "POST", PATH, Role.DISPATCHER, longer),
                403,
                "More than 30 seconds needs the role PLANNER; dispatcher has DISPATCHER");
        assertThat(Answers.send(uri(), "POST", PATH, Role.PLANNER, longer).statusCode())
                .isEqualTo(200);
    }

    private static void assertSite(JsonNode site, double east, double north, int households)
            throws Exception {
        LonLat place = SmallHandOver.place(east, north);
        assertThat(site.get("lon").asDouble()).isCloseTo(place.lon(), within(1e-7));
        assertThat(site.get("lat").asDouble()).isCloseTo(place.lat(), within(1e-7));
        assertThat(site.get("households").asInt()).isEqualTo(households);
    }

    private static void assertHouseholds(JsonNode answer, int before, int after) {
        assertThat(answer.get("householdsBefore").asInt()).isEqualTo(before);
        assertThat(answer.get("householdsAfter").asInt()).isEqualTo(after);
    }

    private static URI uri() {
        return service.uri();
    }

    private static JsonNode siting(String query, int sites, String candidates, String more)
            throws Exception {
        return Answers.posted(uri(), PATH + query, body(sites, candidates, more));
    }

    private static String body(int sites, String candidates, String more) {
        return "{\"category\":\"primary-school\",\"sites\":%d,\"candidates\":%s%s}"
                .formatted(sites, candidates, more);
    }

    private static String places() throws Exception {
        return "[%s,%s,%s]".formatted(place(0.5, 0.8), place(1, 0.75), place(1.8, 0.5));
    }

    private static String place(double east, double north) throws Exception {
        LonLat place = SmallHandOver.place(east, north);
        return "{\"lon\":%s,\"lat\":%s}".formatted(place.lon(), place.lat());
    }
}
