package org.weiwang.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.http.Answers.assertProblem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.access.Role;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** What the server puts up with, and from whom. */
@Tag("store")
class ExposureTest {
    private static final ConnectionSettings DATABASE = TestDatabase.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Exposure exposure(
            String host, List<String> proxies, Set<String> origins, int perMinute, int most) {
        return new Exposure(host, 0, proxies, null, origins, perMinute, most, PATIENCE);
    }

    private static Exposure behindProxy() {
        return exposure("127.0.0.1", List.of("127.0.0.1"), Set.of(), 5, 1_000);
    }

    private static Exposure impatient() {
        return new Exposure(
                "127.0.0.1", 0, List.of(), null, Set.of(), 0, 1_000, Duration.ofSeconds(1));
    }

    private static TestServer start(Exposure exposure) throws Exception {
        TestServer server = new TestServer(exposure, Optional.empty(), DATABASE);
        server.start();
        return server;
    }

    @Test
    void withoutATokenNoAddressButLoopbackIsListenedOn() throws Exception {
        Exposure all = exposure("0.0.0.0", List.of(), Set.of(), 0, 1_000);
        try (TestServer server = new TestServer(all, Optional.empty())) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("WEIWANG_HOST 0.0.0.0 is refused")
                    .hasMessageContaining("weiwang token create");
            server.token("desk", Role.DISPATCHER, null);
            server.start();
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortIsSaid() throws Exception {
        try (TestServer first = start(exposure("127.0.0.1", List.of(), Set.of(), 0, 1_000));
                TestServer second =
                        new TestServer(
                                new Exposure(
                                        "127.0.0.1",
                                        first.uri().getPort(),
                                        List.of(),
                                        null,
                                        Set.of(),
                                        0,
                                        1_000,
                                        PATIENCE),
                                Optional.empty(),
                                DATABASE)) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("can't be used; set WEIWANG_PORT");
        }
    }

    @Test
    void answersTellBrowsersToKeepThemApart() throws Exception {
        try (TestServer server = start(Exposure.loopback())) {
            for (String path : new String[] {"/", "/api/v1/districts", "/nowhere"}) {
                HttpResponse<String> answer = server.get(path);
                assertThat(header(answer, "Content-Security-Policy"))
                        .contains(
                                "default-src 'none'",
                                "script-src 'self'",
                                "style-src 'self'",
                                "connect-src 'self'",
                                "base-uri 'none'",
                                "form-action 'self'",
                                "frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
                assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
                assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
                for (String none :
                        new String[] {
                            "Server", "Access-Control-Allow-Origin", "Strict-Transport-Security"
                        }) {
                    assertThat(answer.headers().firstValue(none)).as(none).isEmpty();
                }
            }
        }
    }

    @Test
    void onlyPagesOfOriginsThatAreSetMayRead() throws Exception {
        Set<String> origins = Set.of("https://map.example");
        try (TestServer server = start(exposure("127.0.0.1", List.of(), origins, 0, 1_000))) {
            HttpResponse<String> set =
                    server.get("/api/v1/districts", "Origin", "https://map.example");
            assertThat(header(set, "Access-Control-Allow-Origin")).isEqualTo("https://map.example");
            assertThat(set.headers().allValues("Vary"))
                    .containsExactly("Authorization", "Accept-Encoding", "Origin");
            assertThat(header(set, "Access-Control-Expose-Headers"))
                    .isEqualTo(
                            "Content-Crs, ETag, Link, OGC-NumberMatched, OGC-NumberReturned, Weiwang-Editions, Retry-After, X-Request-Id");
            assertThat(set.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(
                            server.get("/api/v1/districts", "Origin", "https://evil.example")
                                    .headers()
                                    .firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            HttpResponse<String> asked =
                    server.ask("OPTIONS", "/api/v1/districts", "Origin", "https://map.example");
            assertThat(asked.statusCode()).isEqualTo(204);
            assertThat(header(asked, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
            assertThat(asked.headers().firstValue("Access-Control-Allow-Headers")).isEmpty();
        }
    }

    @Test
    void whatAProxyOfOursSaysHoldsAndWhatOthersSayDoesNot() throws Exception {
        String[] forwarded = {
            "X-Forwarded-Proto", "https", "X-Forwarded-Host", "grids.example",
        };
        try (TestServer server = start(behindProxy())) {
            HttpResponse<String> answer = server.get("/ogc/collections", forwarded);
            assertThat(answer.body()).contains("\"https://grids.example/ogc/collections\"");
            assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=");
            assertThat(server.get("/ogc/collections", "X-Forwarded-Host", "a\"b").body())
                    .contains("\"http://127.0.0.1:");
        }
        try (TestServer server = start(Exposure.loopback())) {
            assertThat(server.get("/ogc/collections", forwarded).body())
                    .contains("\"http://127.0.0.1:");
        }
    }

    @Test
    void aClientThatAsksTooOftenIsToldWhenToGoOnWhateverItWritesBefore() throws Exception {
        try (TestServer server = start(behindProxy())) {
            for (int i = 0; i < 5; i++) {
                String spoofed = "203.0.113." + i + ", 192.0.2.1";
                assertThat(server.get("/health/live", "X-Forwarded-For", spoofed).statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> sixth =
                    server.get("/health/live", "X-Forwarded-For", "203.0.113.9, 192.0.2.1");
            assertProblem(sixth, 429, "too many requests");
            assertThat(Integer.parseInt(header(sixth, "Retry-After"))).isBetween(1, 12);
            assertThat(server.get("/health/live", "X-Forwarded-For", "192.0.2.2").statusCode())
                    .isEqualTo(200);
        }
    }

    /** GDAL reads a layer ten features at a time: that of a city in 12,645 requests. */
    @Test
    void shortPagesAndTilesCountAsPiecesOfARequest() throws Exception {
        String[] client = {"X-Forwarded-For", "192.0.2.1"};
        String pages = "/ogc/collections/micro-grids/items?limit=10";
        String tile = "/ogc/collections/micro-grids/tiles/WebMercatorQuad/12/1/1";
        try (TestServer server = start(behindProxy())) {
            for (int i = 0; i < 30; i++) {
                assertThat(server.get(pages, client).statusCode()).isEqualTo(200);
                assertThat(server.get(tile, client).statusCode()).isEqualTo(204);
            }
            String page = "/ogc/collections/micro-grids/items?limit=101";
            assertThat(server.get(page, client).statusCode()).isEqualTo(200);
            assertThat(server.get(page, client).statusCode()).isEqualTo(200);
            assertProblem(server.get(page, client), 429, "too many requests");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "x-forwarded-server",
                "Forwarded",
                "Via",
                "X-Real-IP",
            })
    void onLoopbackNobodyAsksTooOftenButWhatIsHandedOnIsNotFromHere(String header)
            throws Exception {
        try (TestServer server = start(exposure("127.0.0.1", List.of(), Set.of(), 5, 1_000))) {
            for (int i = 0; i < 20; i++) {
                assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
            }
            int refused = 0;
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> answer = server.get("/health/live", header, "127.0.0.1");
                refused += answer.statusCode() == 429 ? 1 : 0;
            }
            assertThat(refused).isGreaterThan(10);
        }
    }

    @Test
    @Timeout(60)
    void aHeadThatComesInDropsIsNotWaitedFor() throws Exception {
        try (TestServer server = start(impatient());
                Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /health/live HTTP/1.1\r\nHost: x\r\n".getBytes(US_ASCII));
            assertThat(sendsUntilClosed(socket, "X-Drop: 1\r\n")).isBetween(1L, 20L);
        }
    }

    @Test
    @Timeout(60)
    void aBodyThatComesInDropsIsNotWaitedFor() throws Exception {
        try (TestServer server = start(impatient());
                Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            socket.getOutputStream()
                    .write(
                            "POST /api/v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\nlon,lat\r\n"
                                    .getBytes(US_ASCII));
            assertThat(sendsUntilClosed(socket, "1")).isBetween(0L, 20L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/lookup, text/csv",
        "/api/v1/editions?district=510999, application/zip",
        "/api/v1/editions/510999-1/publish, application/json"
    })
    @Timeout(60)
    void aBodyThatComesNoFurtherIsSaidToBeSlow(String path, String type) throws Exception {
        try (TestServer server = start(impatient())) {
            String secret = server.token("slow" + System.nanoTime(), Role.PUBLISHER, null);
            String answer =
                    RawHttp.send(
                            server.uri(),
                            "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nAuthorization: Bearer %s\r\nContent-Length: 1000\r\n\r\n0123456789"
                                    .formatted(path, type, secret));
            assertThat(answer)
                    .startsWith("HTTP/1.1 408 ")
                    .contains("urn:weiwang:problem:request-timeout");
        }
    }

    /** Sends a drop each 300 ms; returns after how many seconds the server had enough. */
    private static long sendsUntilClosed(Socket socket, String drop) throws IOException {
        long start = System.nanoTime();
        socket.setSoTimeout(300); // What a read waits for is the pace of the drops.
        while (true) {
            try {
                socket.getOutputStream().write(drop.getBytes(US_ASCII));
                if (socket.getInputStream().read() < 0) {
                    break;
                }
            } catch (SocketTimeoutException e) {
                continue; // Nothing came: it still waits.
            } catch (SocketException e) {
                break; // It was closed.
            }
        }
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    @Test
    void headsAndAddressesMayBeOnlySoLong() throws Exception {
        try (TestServer server = start(Exposure.loopback())) {
            assertProblem(server.get("/api/v1/lookup?address=" + "x".repeat(9_000)), 414, "URI");
            assertProblem(server.get("/health/live", "X-Long", "x".repeat(9_000)), 431, "Header");
        }
    }

    @Test
    @Timeout(60)
    void connectionsBeyondThoseAllowedWait() throws Exception {
        try (TestServer server = start(exposure("127.0.0.1", List.of(), Set.of(), 0, 10))) {
            List<Socket> silent = new ArrayList<>();
            try {
                for (int i = 0; i < 20; i++) {
                    silent.add(new Socket("127.0.0.1", server.uri().getPort()));
                }
                int answered = 0;
                for (Socket socket : silent) {
                    answered += isAnswered(socket) ? 1 : 0;
                }
                assertThat(answered).isLessThanOrEqualTo(11);
            } finally {
                for (Socket socket : silent) {
                    socket.close();
                }
            }
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        socket.setSoTimeout(200);
        socket.getOutputStream()
                .write("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
        try {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
                            .readLine()
                    != null;
        } catch (SocketTimeoutException e) {
            return false; // Not accepted yet.
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
