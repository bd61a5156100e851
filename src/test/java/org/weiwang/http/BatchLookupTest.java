package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.ServedDemoCounty;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.atlas.CityLayer;
import org.weiwang.config.Settings;
import org.weiwang.geo.Bbox;
import org.weiwang.grid.Level;

/** Batches over HTTP, with the demo county in force. */
@Tag("store")
class BatchLookupTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long SEED = Long.getLong("weiwang.test.seed", System.nanoTime());
    private static final List<String> CODES =
            List.of("micro", "general", "community", "town", "dedicated");

    /** A row that is asked for: a position or an address, the other being empty. */
    private record Asked(String lon, String lat, String address) {
        String query() {
            return address.isEmpty()
                    ? "lon=" + lon + "&lat=" + lat
                    : "address=" + URLEncoder.encode(address, UTF_8);
        }

        ObjectNode json() {
            ObjectNode row = JSON.createObjectNode();
            if (address.isEmpty()) {
                return row.put("lon", Double.valueOf(lon)).put("lat", Double.valueOf(lat));
            }
            return row.put("address", address);
        }

        ObjectNode feature() {
            ObjectNode feature = JSON.createObjectNode().put("type", "Feature");
            if (address.isEmpty()) {
                feature.putObject("geometry")
                        .put("type", "Point")
                        .putArray("coordinates")
                        .add(Double.valueOf(lon))
                        .add(Double.valueOf(lat));
                feature.putNull("properties");
            } else {
                feature.putNull("geometry");
                feature.putObject("properties").put("address", address);
            }
            return feature;
        }
    }

    private static ServedDemoCounty county;
    private static List<Asked> asked;

    /** What the single look-up says of each of those asked, as a row of CSV has it. */
    private static List<String> singles;

    @BeforeAll
    static void askOneByOne() throws Exception {
        county = ServedDemoCounty.get();
        System.out.println("BatchLookupTest: seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        asked = new ArrayList<>();
        Bbox box = county.atlas().parts().iterator().next().bbox();
        for (int i = 0; i < 300; i++) {
            asked.add(
                    new Asked(
                            "" + random.nextDouble(box.west(), box.east()),
                            "" + random.nextDouble(box.south(), box.north()),
                            ""));
        }
        for (Level level : Level.values()) {
            county.atlas().all(CityLayer.grids(level)).stream()
                    .limit(50)
                    .map(feature -> feature.geometry().getCoordinate())
                    .forEach(vertex -> asked.add(at(vertex)));
        }
        List<String> lines = Files.readAllLines(ServedDemoCounty.FOLDER.resolve("addresses.csv"));
        for (int i = 0; i < 100; i++) {
            String text = lines.get(1 + random.nextInt(lines.size() - 1)).split(",")[0];
            asked.add(new Asked("", "", i % 10 == 0 ? "无此处" : text));
        }
        singles = new ArrayList<>();
        for (Asked row : asked) {
            HttpResponse<String> answer =
                    CLIENT.send(
                            HttpRequest.newBuilder(
                                            county.uri().resolve("/api/v1/lookup?" + row.query()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            singles.add(answerOf(JSON.readTree(answer.body())));
        }
        assertThat(singles).anyMatch(answer -> answer.contains(",ON_BOUNDARY,"));
        assertThat(singles).anyMatch(answer -> answer.contains(",OUTSIDE,"));
        assertThat(singles).anyMatch(answer -> answer.contains(",NOT_FOUND,NOT_FOUND,"));
    }

    private static Asked at(Coordinate vertex) {
        return new Asked("" + vertex.x, "" + vertex.y, "");
    }

    private static String answerOf(JsonNode single) {
        String codes =
                CODES.stream()
                        .map(level -> single.path(level).path("code").asText(""))
                        .collect(Collectors.joining(","));
        JsonNode outcome = single.get("outcome");
        return codes
                + ","
                + (outcome.isNull() ? single.get("match") : outcome).asText()
                + ofAddress(single, "address");
    }

    /** What is said of an address alone. */
    private static String ofAddress(JsonNode answer, String found) {
        return Stream.of("match", "score", found)
                .map(member -> "," + answer.path(member).asText("").replace("null", ""))
                .collect(Collectors.joining());
    }

    @Test
    void csvIsAnsweredLikeSingleLookUps() throws Exception {
        String body =
                asked.stream()
                        .map(row -> row.lon() + "," + row.lat() + "," + row.address() + "\n")
                        .collect(Collectors.joining("", "lon,lat,address\n", ""));
        HttpResponse<String> answer = post("text/csv", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "lon,lat,address,micro,general,community,town,dedicated,outcome,match,score,found,reason");
        assertThat(lines).hasSize(asked.size() + 1);
        for (int i = 0; i < asked.size(); i++) {
            Asked row = asked.get(i);
            assertThat(lines.get(i + 1))
                    .isEqualTo(
                            "%s,%s,%s,%s,"
                                    .formatted(
                                            row.lon(), row.lat(), row.address(), singles.get(i)));
        }
    }

    @Test
    void ndjsonIsAnsweredLikeSingleLookUps() throws Exception {
        String body = asked.stream().map(row -> row.json() + "\n").collect(Collectors.joining());
        HttpResponse<String> answer = post("application/x-ndjson", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> answers = new ArrayList<>();
        for (String line : answer.body().lines().toList()) {
            answers.add(flat(JSON.readTree(line)));
        }
        assertThat(answers).isEqualTo(singles);
    }

    @Test
    void jsonIsAnsweredLikeSingleLookUps() throws Exception {
        String body =
                asked.stream()
                        .map(row -> row.json().toString())
                        .collect(Collectors.joining(",\n", "[", "]"));
        HttpResponse<String> answer = post("application/json", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> answers = new ArrayList<>();
        JSON.readTree(answer.body()).forEach(row -> answers.add(flat(row)));
        assertThat(answers).isEqualTo(singles);
    }

    @Test
    void geoJsonIsAnsweredLikeSingleLookUps() throws Exception {
        ObjectNode body = JSON.createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = body.putArray("features");
        asked.forEach(row -> features.add(row.feature()));
        HttpResponse<String> answer = post("application/geo+json", body.toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode answered = JSON.readTree(answer.body());
        assertThat(answered.get("type").asText()).isEqualTo("FeatureCollection");
        List<String> answers = new ArrayList<>();
        answered.get("features").forEach(row -> answers.add(flat(row.get("properties"))));
        assertThat(answers).isEqualTo(singles);
    }

    private static String flat(JsonNode row) {
        return CODES.stream().map(level -> text(row, level)).collect(Collectors.joining(","))
                + ","
                + text(row, "outcome")
                + ofAddress(row, "found");
    }

    private static String text(JsonNode row, String member) {
        return row.get(member).isNull() ? "" : row.get(member).asText();
    }

    @Test
    void aBadRowIsAnsweredInItsPlace() throws Exception {
        HttpResponse<String> answer =
                post("text/csv", "lon,lat\n103.5,30.2\n30.2,103.5\n,\nNaN,1e400\n");
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(2)).contains(",REJECTED,").contains("are lon and lat swapped?");
        assertThat(lines.get(3)).isEqualTo(",,,,,,,NO_LOCATION,");
        assertThat(lines.get(4)).contains(",REJECTED,").contains("is not a number");
    }

    @Test
    void theDatumAndTheColumnsMayBeNamed() throws Exception {
        String point = "103.5028953,30.1961031";
        String shifted =
                post("/api/v1/lookup?datum=gcj02&lon=a&lat=b", "text/csv", "a,b\n" + point + "\n")
                        .body();
        String single = get("/api/v1/lookup?datum=gcj02&lon=103.5028953&lat=30.1961031").body();
        assertThat(shifted.lines().toList().get(1))
                .isEqualTo(point + "," + answerOf(JSON.readTree(single)).replace(",,,", "") + ",");
    }

    @Test
    void gbkIsAnsweredInGbk() throws Exception {
        Charset gbk = Charset.forName("GBK");
        String body = "地址,备注\n蒲江县鹤山街道魁星路410号世纪小区1栋1单元,镕\n";
        for (String type : List.of("text/csv", "text/csv; charset=GBK")) {
            HttpResponse<byte[]> answer =
                    CLIENT.send(
                            HttpRequest.newBuilder(county.uri().resolve("/api/v1/lookup"))
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofByteArray(body.getBytes(gbk)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Type")).contains(type);
            assertThat(new String(answer.body(), gbk))
                    .contains("世纪小区1栋1单元,镕,510131001001001001,")
                    .contains(",INSIDE,");
        }
    }

    @Test
    void aCompressedBodyIsRefused() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(county.uri().resolve("/api/v1/lookup"))
                        .header("Content-Type", "text/csv")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(new byte[] {31, (byte) 139, 8}))
                        .build();
        refused(
                415,
                "unsupported-media-type",
                CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** A client that is told to go on has a place among those at once. */
    @Test
    @Timeout(120)
    void batchesBeyondThoseThatRunAreToldToWait() throws Exception {
        List<Socket> unfinished = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                unfinished.add(new Socket("127.0.0.1", county.uri().getPort()));
                assertThat(statusOfOneThatAsksFirst(unfinished.get(i))).contains(" 100 ");
            }
            HttpResponse<String> answer = post("text/csv", "lon,lat\n1,2\n");
            refused(503, "unavailable", answer);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            for (Socket socket : unfinished) {
                socket.close();
            }
        }
        while (post("text/csv", "lon,lat\n1,2\n").statusCode() != 200) {
            Thread.onSpinWait(); // Until the four are known to have gone.
        }
    }

    private static String statusOfOneThatAsksFirst(Socket socket) throws IOException {
        String head =
                "POST /api/v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\n"
                        + "Expect: 100-continue\r\nContent-Length: 100\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(UTF_8));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }

    @Test
    void aClientThatAsksFirstIsRefusedWithoutSending() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", county.uri().getPort())) {
            String head =
                    "POST /api/v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\n"
                            + "Expect: 100-continue\r\nContent-Length: 1000000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            // The server would wait longer for the body, which never comes.
            socket.setSoTimeout(10_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String status = in.readLine();
            if (status.startsWith("HTTP/1.1 100")) {
                in.readLine(); // The empty line after an interim answer.
                status = in.readLine();
            }
            assertThat(status).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void whatIsNoBatchIsRefused() throws Exception {
        refused(415, "unsupported-media-type", post("text/plain", "lon,lat\n1,2\n"));
        refused(415, "unsupported-media-type", post("text/csv; charset=klingon", "lon,lat\n"));
        refused(400, "bad-rows", post("text/csv", "a,b\n1,2\n"));
        refused(400, "bad-rows", post("text/csv", ""));
        refused(400, "bad-parameter", post("/api/v1/lookup?date=1", "text/csv", "lon,lat\n"));
        refused(400, "bad-parameter", post("/api/v1/lookup?datum=x", "text/csv", "lon,lat\n"));
    }

    @Test
    void moreThanAllowedIsRefused() throws Exception {
        Settings settings = ServedDemoCounty.settings(county.database());
        Settings tight =
                new Settings(
                        0,
                        Path.of("target"),
                        settings.database(),
                        Optional.empty(),
                        new Settings.Batch(100, 1),
                        Settings.UPLOAD_MEBIBYTES,
                        Settings.Network.DEFAULT,
                        Optional.empty(),
                        Settings.Circle.DEFAULT,
                        Settings.SLOW_MILLIS,
                        Map.of());
        try (Backend backend = new Backend(tight);
                Service service = new Service(tight, backend)) {
            service.start();
            service.keeper().await(first -> true);
            String rows = "103.5,30.2\n".repeat(100);
            assertThat(postTo(service.uri(), "lon,lat\n" + rows, true).statusCode()).isEqualTo(200);
            refused(413, "too-large", postTo(service.uri(), "lon,lat\n" + rows + "1,2\n", true));
            String large =
                    "lon,lat,note\n" + ("103.5,30.2," + "x".repeat(20_000) + "\n").repeat(60);
            refused(413, "too-large", postTo(service.uri(), large, true));
            refused(413, "too-large", postTo(service.uri(), large, false));
        }
    }

    /**
     * @param length whether the request says how long it is
     */
    private static HttpResponse<String> postTo(URI server, String body, boolean length)
            throws Exception {
        byte[] bytes = body.getBytes(UTF_8);
        return CLIENT.send(
                HttpRequest.newBuilder(server.resolve("/api/v1/lookup"))
                        .header("Content-Type", "text/csv")
                        .POST(
                                length
                                        ? BodyPublishers.ofByteArray(bytes)
                                        : BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(bytes)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void refused(int status, String kind, HttpResponse<String> answer)
            throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).get("type").asText())
                .isEqualTo("urn:weiwang:problem:" + kind);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(county.uri().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String type, String body) throws Exception {
        return post("/api/v1/lookup", type, body);
    }

    private static HttpResponse<String> post(String path, String type, String body)
            throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(county.uri().resolve(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
