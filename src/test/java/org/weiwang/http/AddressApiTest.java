package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.MessyTexts;
import org.weiwang.ServedDemoCounty;

/** What is said of addresses' texts, with the demo county in force. */
@Tag("store")
class AddressApiTest {
    private static final String HOME = "蒲江县鹤山街道魁星路410号世纪小区1栋1单元";
    private static final String MICRO = "510131001001001001";
    private static final List<String> ODD = MessyTexts.ODD;

    private static ServedDemoCounty county;

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
    }

    private static JsonNode lookup(String text, String... more) throws Exception {
        return get("/api/v1/lookup?address=" + encode(text) + String.join("", more));
    }

    private static JsonNode get(String path) throws Exception {
        return Answers.get(county.uri(), path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Test
    void anAddressIsAnsweredWithItsElementsAndItsGrid() throws Exception {
        JsonNode answer = lookup("鹤山街道魁星路４１０號世纪小区一栋1单元");
        assertThat(answer.get("match").asText()).isEqualTo("EXACT");
        assertThat(answer.get("outcome").asText()).isEqualTo("INSIDE");
        assertThat(answer.get("address").asText()).isEqualTo(HOME);
        assertThat(answer.get("normalized").asText()).isEqualTo("鹤山街道魁星路410号世纪小区1栋1单元");
        assertThat(answer.get("micro").get("code").asText()).isEqualTo(MICRO);
        assertThat(answer.get("point").get("lon").asDouble()).isEqualTo(103.5028953);
        assertThat(answer.get("oneGrid").asBoolean()).isTrue();
        assertThat(answer.get("total").asInt()).isEqualTo(1);
        assertThat(answer.get("score").asDouble()).isBetween(0.9, 1.0);
        JsonNode road = answer.get("elements").get(1);
        assertThat(road.get("kind").asText()).isEqualTo("ROAD");
        assertThat(road.get("value").asText()).isEqualTo("魁星路");
        assertThat(road.get("text").asText()).isEqualTo("魁星路");
        assertThat(road.get("from").asInt()).isEqualTo(4);
        assertThat(road.get("to").asInt()).isEqualTo(7);
        assertThat(road.get("state").asText()).isEqualTo("VALID");
        JsonNode candidate = answer.get("candidates").get(0);
        assertThat(candidate.get("text").asText()).isEqualTo(HOME);
        assertThat(candidate.get("point")).isEqualTo(answer.get("point"));
        assertThat(candidate.get("district").get("name").asText()).isEqualTo("蒲江县");
        assertThat(candidate.get("responsible")).isEqualTo(answer.get("responsible"));
        assertThat(candidate.get("meant").asBoolean()).isTrue();
    }

    @Test
    void theOwnTextIsExactWithoutFaults() throws Exception {
        JsonNode answer = lookup("四川省成都市" + HOME);
        assertThat(answer.get("match").asText()).isEqualTo("EXACT");
        assertThat(answer.get("score").asDouble()).isEqualTo(1);
        assertThat(answer.get("faults")).isEmpty();
        assertThat(answer.get("elements").findValuesAsText("kind"))
                .startsWith("PROVINCE", "CITY", "DISTRICT");
        assertThat(answer.get("normalized").asText()).startsWith("四川省成都市蒲江县");
    }

    @Test
    void aNumberThatIsNotThereIsNoExactAnswer() throws Exception {
        JsonNode answer = lookup("蒲江县鹤山街道魁星路410号世纪小区99栋");
        assertThat(answer.get("match").asText()).isEqualTo("PARTIAL");
        assertThat(answer.get("address").isNull()).isTrue();
        assertThat(answer.get("point").isNull()).isTrue();
        assertThat(answer.get("faults")).isNotEmpty();
        assertThat(answer.get("candidates").size()).isBetween(1, 10);
        assertThat(answer.get("micro").isNull()).isEqualTo(!answer.get("oneGrid").asBoolean());
    }

    @Test
    void ofATextThatIsNotFoundAllIsNull() throws Exception {
        JsonNode answer = lookup("天涯海角");
        assertThat(answer.get("match").asText()).isEqualTo("NOT_FOUND");
        for (String member :
                List.of("outcome", "point", "micro", "edition", "address", "oneGrid")) {
            assertThat(answer.get(member).isNull()).as(member).isTrue();
        }
        assertThat(answer.get("candidates")).isEmpty();
        assertThat(answer.get("total").asInt()).isZero();
    }

    @Test
    void aPositionThatIsTypedIsAPoint() throws Exception {
        JsonNode point = get("/api/v1/lookup?lon=103.5028953&lat=30.1961031");
        assertThat(lookup("北纬30.1961031，东经103.5028953")).isEqualTo(point);
        assertThat(lookup("103.5028953,30.1961031", "&datum=gcj02"))
                .isEqualTo(get("/api/v1/lookup?lon=103.5028953&lat=30.1961031&datum=gcj02"));
        assertThat(point.has("address")).isFalse();
    }

    @Test
    void gridsNearbyAreToldToWhoAsks() throws Exception {
        assertThat(lookup(HOME).has("nearby")).isFalse();
        assertThat(lookup(HOME, "&nearby=false").has("nearby")).isFalse();
        assertThat(lookup("天涯海角", "&nearby=true").get("nearby").isNull()).isTrue();
        // A vertex of many grids.
        var vertex = county.atlas().grid(MICRO).orElseThrow().grid().geometry().getCoordinate();
        JsonNode answer =
                get("/api/v1/lookup?lon=" + vertex.x + "&lat=" + vertex.y + "&nearby=true");
        assertThat(answer.get("nearby").size()).isBetween(1, 5);
        List<Double> metres = new ArrayList<>();
        for (JsonNode grid : answer.get("nearby")) {
            assertThat(grid.get("level").asText()).isIn("MICRO", "DEDICATED");
            assertThat(grid.get("name").asText()).isNotEmpty();
            assertThat(grid.get("code")).isNotEqualTo(answer.get("micro").get("code"));
            metres.add(grid.get("metres").asDouble());
        }
        assertThat(metres).isSorted().allMatch(each -> each <= 30).first().isEqualTo(0.0);
    }

    @Test
    void suggestionsBeginAsTheTextDoes() throws Exception {
        JsonNode answer = get("/api/v1/addresses?q=" + encode("魁星路4") + "&limit=5");
        assertThat(answer.get("suggestions").size()).isBetween(1, 5);
        for (JsonNode suggestion : answer.get("suggestions")) {
            assertThat(suggestion.get("text").asText()).contains("魁星路4");
            assertThat(suggestion.get("district").get("code").asText()).isEqualTo("510131");
        }
        JsonNode names = get("/api/v1/addresses?q=" + encode("魁星") + "&lon=103.5&lat=30.2");
        assertThat(names.get("suggestions").get(0).get("kind").asText()).isEqualTo("ROAD");
        assertThat(names.get("suggestions").get(0).get("addresses").asInt()).isGreaterThan(10);
    }

    @ParameterizedTest
    @FieldSource("ODD")
    void anOddTextIsAnswered(String text) throws Exception {
        JsonNode answer = lookup(text);
        assertThat(answer.get("match").asText()).isNotEqualTo("CORRECTED");
        assertThat(get("/api/v1/addresses?q=" + encode(text)).get("suggestions").isArray())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "%20%09%0A, 400",
        "%ED%A0%80, 400",
        "%F0%9F%98, 400",
        "%00, 200",
        "%FF%FE, 400",
        "%7F%C2%85%E2%80%A8, 200",
        "%zz, 400",
        "%, 400"
    })
    void aTextThatIsHardlyOneIsRefusedOrNotFound(String text, int status) throws Exception {
        for (String path : List.of("/api/v1/lookup?address=", "/api/v1/addresses?q=")) {
            String answer = raw("GET " + path + text + " HTTP/1.0\r\nHost: x\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
            if (status == 200 && path.contains("lookup")) {
                assertThat(answer).contains("\"match\":\"NOT_FOUND\"");
            }
        }
    }

    /** Such requests no good client would send, so they go out by hand. */
    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket(county.uri().getHost(), county.uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"长", "a", "1", "%20a", "栋", "%F0%9F%98%80"})
    void aTextThatIsTooLongIsRefused(String piece) throws Exception {
        String text = piece.startsWith("%") ? piece : encode(piece);
        for (int times : new int[] {201, text.length() > 1 ? 600 : 7_000}) {
            for (String path : List.of("/api/v1/lookup?address=", "/api/v1/addresses?q=")) {
                HttpResponse<String> answer =
                        Answers.fetch(county.uri(), path + text.repeat(times));
                assertProblem(answer, 400, "must have 1 to 200 characters");
            }
        }
    }

    /** Longer than the line of a request may be. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "长"})
    void aTextOfTenThousandCharactersIsRefused(String character) throws Exception {
        String text = encode(character.repeat(10_000));
        for (String path : List.of("/api/v1/lookup?address=", "/api/v1/addresses?q=")) {
            HttpResponse<String> answer = Answers.fetch(county.uri(), path + text);
            assertThat(answer.statusCode()).isEqualTo(414);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
        }
    }

    @Test
    void aTextOfTenThousandCharactersIsRejectedInABatch() throws Exception {
        String rows = "{\"address\":\"" + "路1号".repeat(3_334) + "\"}\n";
        assertThat(posted(rows).get("reason").asText())
                .isEqualTo("address is longer than 200 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "魁星路\\udc00号", "\\u0000", "\\uffff", "\\u202e"})
    void aTextOfAJsonRowMayHoldAnything(String escaped) throws Exception {
        JsonNode answer = posted("{\"address\":\"" + escaped + "\"}\n");
        assertThat(answer.get("reason").isNull()).as(answer.toString()).isTrue();
        assertThat(answer.get("match").asText()).isNotIn("EXACT", "CORRECTED");
    }

    private static JsonNode posted(String row) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(county.uri().resolve("/api/v1/lookup"))
                                        .header("Content-Type", "application/x-ndjson")
                                        .POST(BodyPublishers.ofString(row))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
