package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.ZippedHandOver;

/** The life of editions over HTTP, from an upload to a roll back. */
@Tag("store")
class EditionsApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String UPLOAD = "/api/v1/editions?district=" + SmallHandOver.DISTRICT;

    @TempDir private Path folder;
    @TempDir private Path data;
    private SmallService service;

    @BeforeEach
    void start() throws Exception {
        service = new SmallService(data).start();
        service.service().keeper().await(first -> true);
        new SmallHandOver(folder).write();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aHandOverBecomesADraftThatIsPublishedAndRolledBack() throws Exception {
        HttpResponse<String> first = upload(zip());
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).contains("/api/v1/editions/510999-1");
        JsonNode report = JSON.readTree(first.body());
        assertThat(report.get("edition").asText()).isEqualTo("510999-1");
        assertThat(report.get("inForce").asBoolean()).isFalse();
        assertThat(report.get("layers")).hasSize(5);
        assertThat(edition("510999-1").get("state").asText()).isEqualTo("DRAFT");

        JsonNode published = publish("510999-1");
        assertThat(published.get("edition").asText()).isEqualTo("510999-1");
        assertThat(published.get("publishedBy").asText()).isEqualTo("publisher");
        assertThat(published.get("serversNotPrepared")).isEmpty();
        assertThat(published.get("serversWithoutCircle")).isEmpty();
        service.service().keeper().await(newer -> !newer.parts().isEmpty());

        upload(zip());
        publish("510999-2");
        assertThat(edition("510999-1").get("state").asText()).isEqualTo("RETIRED");
        assertThat(edition("510999-2").get("state").asText()).isEqualTo("PUBLISHED");
        publish("510999-1");
        JsonNode again = edition("510999-1");
        assertThat(again.get("state").asText()).isEqualTo("PUBLISHED");
        assertThat(again.get("publications")).hasSize(2);
        assertThat(again.get("grids").get("MICRO").asInt()).isEqualTo(2);
        assertThat(again.get("districtName").asText()).isEqualTo("试验县");
        assertThat(edition("510999-2").get("state").asText()).isEqualTo("RETIRED");
    }

    @Test
    void anEditionComesIntoForceAtATime() throws Exception {
        upload(zip());
        Instant time = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        HttpResponse<String> answer = publish("510999-1", "{\"effectiveFrom\": \"" + time + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("effectiveFrom").asText())
                .isEqualTo(time.toString());
        JsonNode edition = edition("510999-1");
        assertThat(edition.get("state").asText()).isEqualTo("SEALED");
        assertThat(edition.get("effectiveFrom").asText()).isEqualTo(time.toString());
        assertThat(list(null)).isEmpty();
    }

    @Test
    void plannersSeeAllThatIsScheduled() throws Exception {
        upload(zip());
        publish("510999-1");
        upload(zip());
        publishAt("510999-2", "2099-01-01T00:00:00Z");
        publishAt("510999-1", "2099-03-01T00:00:00Z");
        publishAt("510999-2", "2099-03-01T00:00:00Z");
        publishAt("510999-1", "2099-04-01T00:00:00Z");
        JsonNode planned = list(Role.PLANNER);
        assertThat(planned.get(0).get("scheduled"))
                .extracting(JsonNode::asText)
                .containsExactly("2099-01-01T00:00:00Z", "2099-03-01T00:00:00Z");
        assertThat(planned.get(1).get("scheduled"))
                .extracting(JsonNode::asText)
                .containsExactly("2099-04-01T00:00:00Z");
        assertThat(list(null).get(0).has("scheduled")).isFalse();
    }

    private void publishAt(String id, String time) throws Exception {
        HttpResponse<String> answer = publish(id, "{\"effectiveFrom\": \"" + time + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void anyoneSeesWhatIsOrWasInForceAndPlannersSeeAll() throws Exception {
        upload(zip());
        publish("510999-1");
        upload(zip());
        assertThat(ids(list(null))).containsExactly("510999-1");
        assertThat(list(null).get(0).has("publishedBy")).isFalse();
        assertThat(ids(list(Role.DISPATCHER))).containsExactly("510999-1");
        assertThat(ids(list(Role.PLANNER))).containsExactly("510999-2", "510999-1");
        assertThat(list(Role.PLANNER).get(1).get("publishedBy").asText()).isEqualTo("publisher");
        assertProblem(get("/api/v1/editions/510999-2", null), 404, "no edition 510999-2");
        JsonNode seen = JSON.readTree(get("/api/v1/editions/510999-1", null).body());
        assertThat(seen.has("report")).isFalse();
        assertThat(seen.get("publications").get(0).has("publishedBy")).isFalse();
        assertThat(edition("510999-2").get("report").get("edition").asText()).isEqualTo("510999-2");
    }

    @Test
    void howADraftsAddressesLieIsForPlanners() throws Exception {
        upload(zip());
        String path = "/api/v1/editions/510999-1/assignments";
        assertProblem(get(path, null), 404, "there is no edition 510999-1");
        assertProblem(get(path, Role.DISPATCHER), 404, "there is no edition 510999-1");
        assertThat(get(path, Role.PLANNER).statusCode()).isEqualTo(200);
        publish("510999-1");
        assertThat(get(path, null).statusCode()).isEqualTo(200);
    }

    @Test
    void answersThatShowMoreAreKeptByNobody() throws Exception {
        assertKept(upload(zip()), false);
        publish("510999-1");
        String one = "/api/v1/editions/510999-1";
        for (String path :
                List.of(
                        "/api/v1/editions",
                        one,
                        one + "/assignments",
                        one + "/compare/510999-1",
                        one + "/compare/510999-1/addresses")) {
            assertKept(get(path, null), true);
            assertKept(get(path, Role.DISPATCHER), true);
            assertKept(get(path, Role.PLANNER), false);
        }
    }

    private static void assertKept(HttpResponse<String> answer, boolean mayBe) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        assertThat(answer.headers().allValues("Vary")).contains("Authorization");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("").contains("no-store"))
                .isEqualTo(!mayBe);
    }

    @Test
    void aDraftIsDiscardedAndNothingElseIs() throws Exception {
        upload(zip());
        publish("510999-1");
        upload(zip());
        assertThat(delete("510999-2").statusCode()).isEqualTo(204);
        assertProblem(get("/api/v1/editions/510999-2", Role.PLANNER), 404, "no edition 510999-2");
        assertProblem(delete("510999-2"), 404, "no edition 510999-2");
        HttpResponse<String> inForce = delete("510999-1");
        assertProblem(inForce, 409, "510999-1");
        assertThat(inForce.body()).contains("urn:weiwang:problem:conflict");
    }

    @Test
    void allFaultsOfAHandOverAreToldByTheFilesOwnNames() throws Exception {
        new SmallHandOver(folder)
                .withMicroGrid("ABC", "510999001001001", -1)
                .withMicroGrid("DEF", "510999001001001", -2)
                .write();
        HttpResponse<String> answer = upload(zip());
        assertProblem(answer, 422, "2 faults");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo("urn:weiwang:problem:import-refused");
        assertThat(problem.get("faultCount").asInt()).isEqualTo(2);
        assertThat(problem.get("faults")).hasSize(2);
        assertThat(problem.get("faults").get(0).asText()).startsWith("micro-grids.shp");
        assertThat(list(Role.PLANNER)).isEmpty();
        nothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource({
        "'no zip at all', can't be unpacked",
        "'', can't be unpacked",
    })
    void whatIsNoZipIsRefused(String body, String words) throws Exception {
        HttpResponse<String> answer = upload(body.getBytes(UTF_8));
        assertProblem(answer, 422, words);
        assertThat(answer.body()).contains("upload.zip").doesNotContain(data.toString());
        nothingIsLeft();
    }

    @Test
    void dataSetsAloneAreNotForPlannersToPutInForce() throws Exception {
        upload(zip());
        publish("510999-1");
        byte[] addresses = ZippedHandOver.of(List.of(folder.resolve("addresses.csv")));
        assertProblem(upload(addresses), 422, "there are no grids");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/v1/editions                                | 400 | district is missing
                    /api/v1/editions?district=51                    | 400 | district must be a code of 6 digits
                    /api/v1/editions?district=510999&x=1            | 400 | no parameter "x" here
                    /api/v1/editions?district=510999&datum=x        | 400 | datum must be one of
                    /api/v1/editions?district=510999&crs=x          | 400 | crs must be an EPSG code
                    /api/v1/editions?district=510999&encoding=x     | 400 | no charset "x"
                    """)
    void aBadUploadIsToldWhatIsWrong(String path, int status, String words) throws Exception {
        assertProblem(
                send(
                        path,
                        "POST",
                        "application/zip",
                        BodyPublishers.ofByteArray(zip()),
                        Role.PLANNER),
                status,
                words);
        nothingIsLeft();
    }

    @Test
    void onlyTypesOfHandOversAreTaken() throws Exception {
        for (String type : List.of("text/plain", "application/json")) {
            assertProblem(
                    send(UPLOAD, "POST", type, BodyPublishers.ofByteArray(zip()), Role.PLANNER),
                    415,
                    "or application/zip, not \"" + type);
        }
    }

    @Test
    void moreThanAllowedIsRefusedWhetherOrNotItIsSaid() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        assertProblem(upload(large), 413, "at most 1 MiB");
        BodyPublisher unsaid = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        assertProblem(
                send(UPLOAD, "POST", "application/zip", unsaid, Role.PLANNER),
                413,
                "at most 1 MiB");
        nothingIsLeft();
    }

    @Test
    @Timeout(60)
    void anUploadThatBreaksOffLeavesNothing() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", service.uri().getPort())) {
            String head =
                    ("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/zip\r\n"
                                    + "Authorization: %s\r\nContent-Length: 100000\r\n\r\n")
                            .formatted(UPLOAD, bearer(Role.PLANNER));
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(new byte[50_000]);
            while (uploads().isEmpty()) {
                Thread.onSpinWait();
            }
        }
        while (!uploads().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(list(Role.PLANNER)).isEmpty();
        assertThat(upload(zip()).statusCode()).isEqualTo(201);
    }

    @Test
    @Timeout(60)
    void uploadsThatAreStillComingKeepNoOtherFromBeingImported() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 7; i++) { // More than are imported at a time.
                beginUpload(slow);
            }
            assertThat(upload(zip()).statusCode()).isEqualTo(201);
            beginUpload(slow);
            assertProblem(upload(zip()), 503, "8 hand-overs are being uploaded already");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Returns when the server has begun to receive it. */
    private void beginUpload(List<Socket> begun) throws IOException {
        begun.add(new Socket("127.0.0.1", service.uri().getPort()));
        String head =
                ("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/zip\r\n"
                                + "Authorization: %s\r\nContent-Length: 100000\r\n\r\nPK")
                        .formatted(UPLOAD, bearer(Role.PLANNER));
        begun.get(begun.size() - 1).getOutputStream().write(head.getBytes(UTF_8));
        while (uploads().size() < begun.size()) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"effectiveFrom": "tomorrow"}                  | 400 | effectiveFrom must be a time with its offset
                    {"effectiveFrom": "2099-01-01T00:00:00"}       | 400 | effectiveFrom must be a time with its offset
                    {"effectiveFrom": 4070908800}                  | 400 | effectiveFrom must be a time with its offset
                    {"effectiveFrom": "2023-03-01T00:00:00+08:00"} | 400 | must not be in the past
                    {"effectiveFrom": "+99999-01-01T00:00:00Z"}    | 400 | must be before 9999
                    {"from": "2099-01-01T00:00:00Z"}               | 400 | no member "from" here; allowed: effectiveFrom, replaces
                    {"replaces": 1}                                | 400 | replaces must be the id of the edition in force then
                    []                                             | 400 | must be a JSON object
                    {                                              | 400 | is not JSON
                    """)
    void aBadWishToPublishIsToldWhatIsWrong(String body, int status, String words)
            throws Exception {
        upload(zip());
        assertProblem(publish("510999-1", body), status, words);
        assertThat(edition("510999-1").get("state").asText()).isEqualTo("DRAFT");
    }

    @Test
    void onlyJsonIsTakenForAWishToPublish() throws Exception {
        upload(zip());
        assertProblem(
                send(
                        "/api/v1/editions/510999-1/publish",
                        "POST",
                        "text/plain",
                        BodyPublishers.ofString("{}"),
                        Role.PUBLISHER),
                415,
                "must be application/json");
        assertProblem(publish("510999-9", "{}"), 404, "no edition 510999-9");
    }

    @Test
    void whatIsInForceIsNotPublishedOnceMore() throws Exception {
        upload(zip());
        publish("510999-1");
        assertProblem(publish("510999-1", "{}"), 409, "510999-1");
    }

    @Test
    void whoSaysWhatIsToBeReplacedReplacesNothingElse() throws Exception {
        for (int i = 0; i < 3; i++) {
            upload(zip());
        }
        assertOutdated(
                publish("510999-1", "{\"replaces\": \"510999-2\"}"),
                "nothing is in force now",
                null);
        assertThat(publish("510999-1", "{\"replaces\": null}").statusCode()).isEqualTo(200);
        assertOutdated(
                publish("510999-2", "{\"replaces\": null}"),
                "edition 510999-1 is in force now",
                "510999-1");
        assertThat(publish("510999-2", "{\"replaces\": \"510999-1\"}").statusCode()).isEqualTo(200);
        String later = "{\"effectiveFrom\": \"2099-01-01T00:00:00Z\", \"replaces\": \"510999-1\"}";
        assertOutdated(
                publish("510999-3", later),
                "edition 510999-2 is in force at 2099-01-01T00:00:00Z",
                "510999-2");
        assertThat(edition("510999-3").get("state").asText()).isEqualTo("DRAFT");
        assertThat(publish("510999-3", later.replace("510999-1", "510999-2")).statusCode())
                .isEqualTo(200);
    }

    private static void assertOutdated(HttpResponse<String> answer, String words, String inForce)
            throws Exception {
        assertProblem(answer, 409, words + ", not ");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo("urn:weiwang:problem:conflict");
        assertThat(problem.get("inForce").textValue()).isEqualTo(inForce);
    }

    private void nothingIsLeft() throws IOException {
        assertThat(uploads()).isEmpty();
    }

    private List<Path> uploads() throws IOException {
        Path uploads = data.resolve("uploads");
        if (!Files.exists(uploads)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(uploads)) {
            return files.toList();
        }
    }

    private byte[] zip() throws IOException {
        return ZippedHandOver.of(folder);
    }

    private HttpResponse<String> upload(byte[] body) throws Exception {
        return send(
                UPLOAD, "POST", "application/zip", BodyPublishers.ofByteArray(body), Role.PLANNER);
    }

    private JsonNode publish(String id) throws Exception {
        HttpResponse<String> answer =
                send(
                        "/api/v1/editions/" + id + "/publish",
                        "POST",
                        null,
                        BodyPublishers.noBody(),
                        Role.PUBLISHER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> publish(String id, String body) throws Exception {
        return send(
                "/api/v1/editions/" + id + "/publish",
                "POST",
                "application/json",
                BodyPublishers.ofString(body),
                Role.PUBLISHER);
    }

    private HttpResponse<String> delete(String id) throws Exception {
        return send(
                "/api/v1/editions/" + id, "DELETE", null, BodyPublishers.noBody(), Role.PLANNER);
    }

    private HttpResponse<String> get(String path, Role role) throws Exception {
        return send(path, "GET", null, BodyPublishers.noBody(), role);
    }

    private JsonNode edition(String id) throws Exception {
        HttpResponse<String> answer = get("/api/v1/editions/" + id, Role.PLANNER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode list(Role role) throws Exception {
        HttpResponse<String> answer =
                get("/api/v1/editions?district=" + SmallHandOver.DISTRICT, role);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("editions");
    }

    private static List<String> ids(JsonNode editions) {
        return editions.findValuesAsText("id");
    }

    /**
     * @param role of whom the request comes from; null for anyone
     */
    private HttpResponse<String> send(
            String path, String method, String type, BodyPublisher body, Role role)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.uri().resolve(path)).method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (role != null) {
            request.header("Authorization", bearer(role));
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private static String bearer(Role role) {
        return "Bearer " + SmallService.secret(role);
    }
}
