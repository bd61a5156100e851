package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.LayerReader.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An edition is published while layers are read page by page, or kept by clients. */
@Tag("store")
class LayerPublishingTest {
    private static final List<String> LAYERS =
            List.of("micro-grids", "facilities", "addresses", "outside-addresses", "roads");

    private static final List<String> OF_THE_PAST =
            List.of("datetime=2024-06-01&", "edition=510999-3&", "datetime=../2024-12-31&");

    /** Of servers that other tests share. */
    private final List<Thread> before = shapeThreads();

    private ServedHistory history;

    @BeforeEach
    void serve(@TempDir Path folder) throws Exception {
        history = new ServedHistory(folder);
    }

    @AfterEach
    void stop() {
        history.close();
    }

    @Test
    void aSetOfPagesIsOfOneEdition() throws Exception {
        Map<String, List<JsonNode>> whole = new LinkedHashMap<>();
        Map<String, JsonNode> begun = new LinkedHashMap<>();
        for (String layer : LAYERS) {
            begin(layer, "", whole, begun);
        }
        OF_THE_PAST.forEach(asOf -> begin("micro-grids", asOf, whole, begun));
        history.publishDraft("now");
        for (Map.Entry<String, JsonNode> first : begun.entrySet()) {
            List<JsonNode> features = new ArrayList<>();
            JsonNode page = first.getValue();
            page.get("features").forEach(features::add);
            while (Answers.next(page) != null) {
                page = get(Answers.next(page));
                page.get("features").forEach(features::add);
            }
            assertThat(features).as(first.getKey()).isEqualTo(whole.get(first.getKey()));
        }
        assertThat(whole.get("micro-grids?").toString()).contains("510999-3");
        assertThat(get(items("micro-grids", "limit=1")).toString())
                .contains("510999-4")
                .doesNotContain("510999-3");
    }

    private void begin(
            String layer,
            String asOf,
            Map<String, List<JsonNode>> whole,
            Map<String, JsonNode> begun) {
        try {
            List<JsonNode> features = new ArrayList<>();
            get(items(layer, asOf + "limit=10000")).get("features").forEach(features::add);
            whole.put(layer + "?" + asOf, features);
            begun.put(layer + "?" + asOf, get(items(layer, asOf + "limit=1")));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAClientKeepsHoldsNoLongerUnlessItIsOfThePast() throws Exception {
        List<String> now =
                List.of(
                        "/ogc/collections",
                        "/ogc/collections/micro-grids",
                        "/ogc/collections/micro-grids/items/510999001001001001",
                        items("micro-grids", "limit=1"),
                        items("addresses", ""));
        String past = items("micro-grids", "edition=510999-1");
        Map<String, String> tags = new LinkedHashMap<>();
        for (String path : now) {
            tags.put(path, tag(path));
            assertThat(ifChanged(path, tags.get(path)).statusCode()).as(path).isEqualTo(304);
        }
        JsonNode before = get(past);
        history.publishDraft("now");
        for (String path : now) {
            HttpResponse<String> changed = ifChanged(path, tags.get(path));
            assertThat(changed.statusCode()).as(path).isEqualTo(200);
            assertThat(changed.headers().firstValue("ETag")).isNotEqualTo(tags.get(path));
        }
        assertThat(get(past)).isEqualTo(before);
    }

    @Test
    @Timeout(60)
    void theShapesOfTilesFollowUntilTheServerEnds() throws Exception {
        history.awaitShapes();
        history.publishDraft("now");
        history.awaitShapes();
        assertThat(shapeThreads()).hasSize(before.size() + 1);
        history.close();
        assertThat(shapeThreads()).isSubsetOf(before);
    }

    private static List<Thread> shapeThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("tile-shapes"))
                .toList();
    }

    private String tag(String path) throws Exception {
        return Answers.fetch(history.uri(), path).headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> ifChanged(String path, String tag) throws Exception {
        return Answers.ask(history.uri(), "GET", path, "If-None-Match", tag);
    }

    private JsonNode get(String path) throws Exception {
        return Answers.get(history.uri(), path);
    }
}
