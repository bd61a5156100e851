package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client should send, and that were once answered as if they were others. */
@Tag("store")
class OddRequestsTest {
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/grids/%u4e2d",
                "/api/v1/grids/%u4e2d/addresses",
                "/ogc/collections/%u4e2d",
                "/api/v1/grids/%B3%C9",
                "/api/v1/grids/%E4%B8",
                "/api/v1/grids/%",
                "/api/v1/grids/%4"
            })
    void aPathThatIsNotWellEncodedIsRefused(String path) throws Exception {
        assertThat(ask("GET " + path))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "urn:weiwang:problem:bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"address=%B3%C9%B6%BC", "address=%E4%B8", "%FF=1"})
    void aQueryOfAnotherCharsetThanUtf8IsRefused(String query) throws Exception {
        assertThat(ask("GET /api/v1/lookup?" + query))
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:weiwang:problem:bad-parameter", "it must be UTF-8");
    }

    private static String ask(String methodAndPath) throws Exception {
        return RawHttp.send(
                server.uri(), methodAndPath + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }
}
