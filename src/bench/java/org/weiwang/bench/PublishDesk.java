package org.weiwang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;

/** What a publisher asks of a server. */
final class PublishDesk {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final String token;

    /**
     * @param token secret of one that may publish
     */
    PublishDesk(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * What the server says of a publication.
     *
     * @param isPrepared whether it held the edition ready by then
     */
    record Published(Instant effectiveFrom, boolean isPrepared) {}

    /**
     * @param effectiveFrom null for now
     */
    Published publish(String edition, Instant effectiveFrom)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request("/api/v1/editions/" + edition + "/publish").POST(BodyPublishers.noBody());
        if (effectiveFrom != null) {
            String body =
                    Results.JSON.writeValueAsString(
                            Map.of("effectiveFrom", effectiveFrom.toString()));
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        JsonNode answer = Results.JSON.readTree(send(request.build()));
        return new Published(
                Instant.parse(answer.get("effectiveFrom").asText()),
                answer.get("serversNotPrepared").isEmpty());
    }

    /** What differs between the two, as a JSON document. */
    String compare(String from, String to) throws IOException, InterruptedException {
        return send(request("/api/v1/editions/" + from + "/compare/" + to).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + ": " + response.body());
        }
        return response.body();
    }
}
