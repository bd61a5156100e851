package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.SmallService;

/** Links are where the client knows the server to be. */
@Tag("store")
class LayerLinksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PUBLIC = "https://grids.example/weiwang";

    private static final List<String> DOCUMENTS =
            List.of(
                    "/ogc",
                    "/ogc/collections",
                    "/ogc/collections/micro-grids",
                    "/ogc/collections/micro-grids/items?limit=1",
                    "/ogc/collections/micro-grids/items/510999001001001001");

    private static final String[] FORWARDED = {
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "grids.example",
        "X-Forwarded-Prefix", "/weiwang"
    };

    private static SmallService service;

    @BeforeAll
    static void serve(@TempDir Path data, @TempDir Path folder) throws Exception {
        service = new SmallService(data).startWith(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void areUnderThePublicAddress() throws Exception {
        try (TestServer server = started(exposure(PUBLIC, List.of()))) {
            assertAllUnder(PUBLIC, server);
            assertAllUnder(PUBLIC, server, "X-Forwarded-Host", "other.example");
        }
    }

    @Test
    void areWhereAProxyOfOursSays() throws Exception {
        try (TestServer server = started(exposure(null, List.of("127.0.0.1")))) {
            assertAllUnder(PUBLIC, server, FORWARDED);
            assertAllUnder(own(server), server);
            for (String bad : List.of("weiwang", "/a b", "//evil.example", "/\"x", "/../..?")) {
                assertAllUnder(own(server), server, "X-Forwarded-Prefix", bad);
            }
        }
    }

    @Test
    void areNotWhereOthersSay() throws Exception {
        try (TestServer server = started(exposure(null, List.of("192.0.2.1")))) {
            assertAllUnder(own(server), server, FORWARDED);
        }
    }

    private static String own(TestServer server) {
        String uri = server.uri().toString();
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    private static void assertAllUnder(String root, TestServer server, String... headers)
            throws Exception {
        for (String path : DOCUMENTS) {
            HttpResponse<String> answer = server.get(path, headers);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode document = JSON.readTree(answer.body());
            List<String> addresses = new ArrayList<>(document.findValuesAsText("href"));
            assertThat(addresses)
                    .as(path)
                    .hasSizeGreaterThan(2)
                    .allMatch(href -> href.startsWith(root + "/ogc"));
            assertThat(document.at("/links/0/rel").asText()).isEqualTo("self");
            assertThat(document.at("/links/0/href").asText()).isEqualTo(root + path);
            assertThat(addresses).noneMatch(href -> href.endsWith(".json"));
        }
        JsonNode api = JSON.readTree(server.get("/ogc/api", headers).body());
        assertThat(api.at("/servers/0/url").asText()).isEqualTo(root + "/ogc");
        JsonNode schema =
                JSON.readTree(server.get("/ogc/collections/roads/schema", headers).body());
        assertThat(schema.get("$id").asText()).isEqualTo(root + "/ogc/collections/roads/schema");
        String next =
                Answers.next(
                        JSON.readTree(
                                server.get("/ogc/collections/micro-grids/items?limit=1", headers)
                                        .body()));
        String nextPath = next.substring(root.length());
        assertThat(server.get(nextPath, headers).body()).contains("510999001001001002");
        HttpResponse<String> csv =
                server.get("/ogc/collections/micro-grids/items?limit=1&f=csv", headers);
        assertThat(csv.headers().firstValue("Link").orElseThrow())
                .startsWith("<" + root + "/ogc/collections/micro-grids/items?limit=1&f=csv&token=");
    }

    private static Exposure exposure(String publicUrl, List<String> proxies) {
        return new Exposure(
                "127.0.0.1", 0, proxies, publicUrl, Set.of(), 0, 1_000, Duration.ofSeconds(30));
    }

    private static TestServer started(Exposure exposure) throws Exception {
        TestServer server = new TestServer(exposure, Optional.empty(), service.database());
        server.start();
        return server;
    }
}
