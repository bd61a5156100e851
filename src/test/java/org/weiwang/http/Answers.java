package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.weiwang.SmallService;
import org.weiwang.access.Role;

/** What a server answers over HTTP. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Answers() {}

    static HttpResponse<String> fetch(URI server, String path)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /**
     * With an empty body where the method has one.
     *
     * @param headers names and values by turns
     */
    static HttpResponse<String> ask(URI server, String method, String path, String... headers)
            throws IOException, InterruptedException {
        return ask(server, method, path, HttpResponse.BodyHandlers.ofString(UTF_8), headers);
    }

    /** Likewise, for a body that is no text. */
    static <B> HttpResponse<B> ask(
            URI server,
            String method,
            String path,
            HttpResponse.BodyHandler<B> body,
            String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), body);
    }

    /**
     * @param role of whose token the request has, as {@link SmallService#secret}
     */
    static HttpResponse<String> fetch(URI server, String path, Role role)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Authorization", "Bearer " + SmallService.secret(role))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** What comes of a body of JSON. */
    static HttpResponse<String> post(URI server, String path, String json)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /**
     * What comes of a body of JSON.
     *
     * @param role of whose token the request has, as {@link SmallService#secret}
     * @param json empty for none
     */
    static HttpResponse<String> send(URI server, String method, String path, Role role, String json)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + SmallService.secret(role))
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** The document that a body of JSON is answered with, where nothing is wrong with it. */
    static JsonNode posted(URI server, String path, String json)
            throws IOException, InterruptedException {
        HttpResponse<String> response = post(server, path, json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** The document that a successful request is answered with. */
    static JsonNode get(URI server, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = fetch(server, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** Where the page's next link leads; null on the last page. */
    static String next(JsonNode page) {
        for (JsonNode link : page.get("links")) {
            if (link.get("rel").asText().equals("next")) {
                return link.get("href").asText();
            }
        }
        return null;
    }

    static void assertProblem(HttpResponse<String> response, int status, String words)
            throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).contains(words);
    }
}
