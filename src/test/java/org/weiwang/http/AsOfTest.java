package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.PublishedDistrict.WEST;
import static org.weiwang.http.Answers.assertProblem;
import static org.weiwang.http.Answers.fetch;
import static org.weiwang.http.Answers.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking for the past, as {@link ServedHistory} tells it. */
@Tag("store")
class AsOfTest {
    private static final String LOOKUP = "/api/v1/lookup?" + WEST;
    private static final String ITEMS = "/ogc/collections/micro-grids/items";
    private static final String IN_WEST_OF_ODD = "510999001001001001";
    private static final String IN_WEST_OF_EVEN = "510999001001001002";

    private static ServedHistory history;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        history = new ServedHistory(folder);
    }

    @AfterAll
    static void stop() {
        history.close();
    }

    @ParameterizedTest
    @CsvSource({
        "datetime=2023-03-01, 510999-1, 001",
        "datetime=2023-01-01, 510999-1, 001",
        "datetime=2022-12-31T16:00:00Z, 510999-1, 001",
        "datetime=2023-12-31T15:59:59.999999Z, 510999-1, 001",
        "datetime=2024-01-01T00:00:00%2B08:00, 510999-2, 002",
        "datetime=2024-02-29, 510999-2, 002",
        "datetime=2025-01-01, 510999-3, 001",
        "edition=510999-2, 510999-2, 002",
        "edition=510999-3, 510999-3, 001"
    })
    void aPointIsInTheGridOfThen(String asOf, String edition, String grid) throws Exception {
        JsonNode answer = get(LOOKUP + "&" + asOf);
        assertThat(answer.get("edition").asText()).isEqualTo(edition);
        assertThat(answer.get("micro").get("code").asText()).isEqualTo("510999001001001" + grid);
        assertThat(answer.get("responders")).isEmpty();
    }

    @Test
    void respondersAreOfTodayOnly() throws Exception {
        assertThat(get(LOOKUP).get("responders")).hasSize(1);
        assertThat(get("/api/v1/grids/" + IN_WEST_OF_ODD).get("responders")).hasSize(1);
        assertThat(get("/api/v1/grids/" + IN_WEST_OF_ODD + "?edition=510999-3").get("responders"))
                .isEmpty();
    }

    @Test
    void anAddressOfTodayIsPlacedInTheGridsOfThen() throws Exception {
        String address = "/api/v1/lookup?address=" + encode("东路1号");
        JsonNode today = get(address);
        JsonNode then = get(address + "&datetime=2024-06-01");
        assertThat(today.get("match").asText()).isEqualTo("EXACT");
        assertThat(then.get("match").asText()).isEqualTo("EXACT");
        assertThat(then.get("point")).isEqualTo(today.get("point"));
        assertThat(List.of(today, then))
                .extracting(answer -> answer.get("micro").get("code").asText())
                .containsExactlyInAnyOrder(IN_WEST_OF_ODD, IN_WEST_OF_EVEN);
    }

    @Test
    void beforeItsFirstPublicationADistrictHasNoGrids() throws Exception {
        String before = "datetime=2022-12-31T15:59:59Z";
        JsonNode answer = get(LOOKUP + "&" + before);
        assertThat(answer.get("outcome").asText()).isEqualTo("OUTSIDE");
        assertThat(answer.get("edition").isNull()).isTrue();
        assertThat(get(ITEMS + "?" + before).get("numberMatched").asInt()).isZero();
        assertProblem(
                fetch(history.uri(), "/api/v1/grids/" + IN_WEST_OF_ODD + "?" + before),
                404,
                "No grid of then");
    }

    @Test
    void aBatchIsAnsweredFromTheGridsOfThen() throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(uri("/api/v1/lookup?datetime=2024-06-01"))
                                        .header("Content-Type", "text/csv")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "lon,lat\n103.5101,30.1935\n"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(IN_WEST_OF_EVEN);
        assertThat(editions(answer)).isEqualTo("510999-2");
    }

    @Test
    void everyAnswerNamesItsEditions() throws Exception {
        for (String asOf : List.of("?datetime=2024-06-01", "?edition=510999-2")) {
            for (String path :
                    List.of(
                            ITEMS,
                            ITEMS + "/" + IN_WEST_OF_EVEN,
                            "/api/v1/grids/" + IN_WEST_OF_EVEN)) {
                assertThat(editions(fetch(history.uri(), path + asOf)))
                        .as(path)
                        .isEqualTo("510999-2");
                assertThat(editions(fetch(history.uri(), path))).as(path).isEqualTo("510999-3");
            }
        }
        assertThat(editions(fetch(history.uri(), "/ogc/collections/facilities/items")))
                .isEqualTo("510999-3");
    }

    @Test
    void aFeatureHasTheGeometryOfThenAndALinkToIt() throws Exception {
        String item = ITEMS + "/" + IN_WEST_OF_ODD;
        JsonNode then = get(item + "?datetime=2024-06-01");
        assertThat(then.get("properties").get("edition").asText()).isEqualTo("510999-2");
        assertThat(then.get("geometry")).isNotEqualTo(get(item).get("geometry"));
        String self = then.get("links").get(0).get("href").asText();
        assertThat(get(self).get("geometry")).isEqualTo(then.get("geometry"));
    }

    @Test
    void aTokenOfTodayIsNotTakenForThePast() throws Exception {
        String today = next(get(ITEMS + "?limit=1"));
        assertThat(fetch(history.uri(), today + "&datetime=2024-06-01").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"510999-4", "510999-9", "nothing"})
    void anEditionThatWasNeverPublishedIsNotThere(String edition) throws Exception {
        assertProblem(
                fetch(history.uri(), LOOKUP + "&edition=" + edition),
                404,
                "there is no edition " + edition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2023", "2023-02-30", "2023-03-01T08:00:00", "%2B1"})
    void whatIsNoMomentIsRefused(String moment) throws Exception {
        assertProblem(
                fetch(history.uri(), LOOKUP + "&datetime=" + moment),
                400,
                "datetime must be a day");
    }

    @Test
    void oneAsksForAMomentOrAnEditionAndOnlyOfGrids() throws Exception {
        assertProblem(
                fetch(history.uri(), LOOKUP + "&datetime=2023-02-01&edition=510999-1"),
                400,
                "edition does not go with datetime");
        for (String layer : List.of("facilities", "outside-addresses")) {
            String path = "/ogc/collections/" + layer + "/items";
            assertThat(get(path + "?datetime=2023-02-01").get("numberMatched"))
                    .isEqualTo(get(path).get("numberMatched"));
        }
        assertProblem(
                fetch(history.uri(), "/ogc/collections/facilities/items?edition=510999-1"),
                400,
                "no parameter \"edition\"");
    }

    private JsonNode get(String path) throws Exception {
        return Answers.get(history.uri(), path);
    }

    private URI uri(String path) {
        return history.uri().resolve(path);
    }

    private static String editions(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("Weiwang-Editions").orElse(null);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
