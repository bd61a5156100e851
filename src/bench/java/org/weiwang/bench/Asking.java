package org.weiwang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Asks a server for one thing after the other, on one connection that stays open. */
final class Asking {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    Asking(URI server) {
        this.server = server;
    }

    /**
     * The body of an answer; none where there is nothing (204).
     *
     * @throws IOException for any other answer than these
     */
    byte[] answer(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200 && response.statusCode() != 204) {
            throw new IOException(path + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    /** How long it takes to have them all, in milliseconds for each. */
    double millis(List<String> paths, String... headers) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        for (String path : paths) {
            answer(path, headers);
        }
        return (System.nanoTime() - begin) / 1e6 / paths.size();
    }
}
