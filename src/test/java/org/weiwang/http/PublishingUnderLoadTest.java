package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.PublishedDistrict;
import org.weiwang.ServedDemoCounty;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.config.Settings;
import org.weiwang.edition.Edition;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/**
 * Publications and roll backs, one after the other, while readers hold every answer against the
 * edition that it names. Set {@code -Dweiwang.test.publications} for more of them.
 */
@Tag("store")
class PublishingUnderLoadTest {
    private static final int PUBLICATIONS = Integer.getInteger("weiwang.test.publications", 50);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In the editions of {@link PublishedDistrict} the western grid has one of two codes. */
    private static final Map<String, String> WEST =
            Map.of("510999-1", "510999001001001001", "510999-2", "510999001001001002");

    private static final int READERS = 4;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private volatile boolean over;
    private URI server;

    @Test
    void noAnswerFailsOrMixesEditions(@TempDir Path folder) throws Exception {
        ConnectionSettings database = TestDatabase.fresh();
        Settings settings = ServedDemoCounty.settings(database);
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try (Backend backend = new Backend(settings);
                Service service = new Service(settings, backend)) {
            PublishedDistrict district = new PublishedDistrict(database, backend, folder);
            List<Edition> editions = List.of(district.draft(), district.draft());
            service.start();
            server = service.uri();
            publish(backend, service, editions.get(0));
            List<Future<?>> reading = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                reading.add(readers.submit(this::read));
            }
            for (int i = 1; i <= PUBLICATIONS; i++) {
                publish(backend, service, editions.get(i % 2));
            }
            over = true;
            for (Future<?> reader : reading) {
                reader.get();
            }
        } finally {
            over = true;
            readers.shutdownNow();
        }
        System.out.printf(
                "PublishingUnderLoadTest: %d publications, %d faults, answers %s%n",
                PUBLICATIONS, faults.size(), answers);
        assertThat(faults).isEmpty();
        assertThat(answers.keySet()).isEqualTo(WEST.keySet());
    }

    private static void publish(Backend backend, Service service, Edition edition)
            throws Exception {
        assertThat(
                        backend.publisher()
                                .publish(edition.id(), null, null, ServedDemoCounty.TESTER)
                                .late()
                                .notPrepared())
                .isEmpty();
        service.keeper().await(atlas -> atlas.editions().contains(edition));
    }

    private Void read() throws Exception {
        while (!over) {
            readPoint();
            readBatch();
            readLayer();
        }
        return null;
    }

    private void readPoint() throws Exception {
        HttpResponse<String> response = get("/api/v1/lookup?" + PublishedDistrict.WEST);
        if (isGood(response)) {
            JsonNode answer = JSON.readTree(response.body());
            hold(answer.get("edition").asText(), answer.get("micro").get("code").asText());
        }
    }

    private void readBatch() throws Exception {
        String rows = "103.5101,30.1935\n".repeat(500);
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(server.resolve("/api/v1/lookup"))
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("lon,lat\n" + rows))
                                .build(),
                        BodyHandlers.ofString());
        if (isGood(response)) {
            List<String> codes =
                    response.body()
                            .lines()
                            .skip(1)
                            .map(row -> row.split(",")[2])
                            .distinct()
                            .toList();
            hold(editionOf(response), String.join(" and ", codes));
        }
    }

    /** The micro grid whose box begins furthest west. */
    private void readLayer() throws Exception {
        HttpResponse<String> response = get("/ogc/collections/micro-grids/items");
        if (isGood(response)) {
            String west = null;
            double least = 180;
            for (JsonNode feature : JSON.readTree(response.body()).get("features")) {
                if (!feature.get("properties")
                        .get("edition")
                        .asText()
                        .equals(editionOf(response))) {
                    faults.add("a feature of another edition: " + feature.get("properties"));
                }
                for (JsonNode at : feature.get("geometry").get("coordinates").get(0).get(0)) {
                    if (at.get(0).asDouble() < least) {
                        least = at.get(0).asDouble();
                        west = feature.get("id").asText();
                    }
                }
            }
            hold(editionOf(response), west);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
    }

    private boolean isGood(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            faults.add(response.statusCode() + ": " + response.body());
        }
        return response.statusCode() == 200;
    }

    private static String editionOf(HttpResponse<String> response) {
        return response.headers().firstValue("Weiwang-Editions").orElse("none");
    }

    private void hold(String edition, String west) {
        if (!west.equals(WEST.get(edition))) {
            faults.add("in the west of " + edition + " there is " + west);
        }
        answers.computeIfAbsent(edition, any -> new LongAdder()).increment();
    }
}
