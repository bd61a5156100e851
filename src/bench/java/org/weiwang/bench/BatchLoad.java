package org.weiwang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks many places of the city up with one request, twice a second until closed, and holds the
 * rows of an answer against the editions that it names. Thread-safe.
 */
final class BatchLoad implements AutoCloseable {
    static final int ROWS = 500;

    private static final int PERIOD_MILLIS = 500;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final List<City.Place> places;
    private final Contradictions contradictions;
    private final ScheduledFuture<?> asking;
    private int batches;
    private int failed;

    /** Begins at once. */
    BatchLoad(URI server, List<City.Place> places, Contradictions contradictions) {
        this.server = server;
        this.places = places;
        this.contradictions = contradictions;
        this.asking =
                thread.scheduleAtFixedRate(this::ask, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void ask() {
        int from = batches * ROWS % (places.size() - ROWS + 1);
        batches++;
        try {
            if (!isAnswered(places.subList(from, from + ROWS))) {
                failed++;
            }
        } catch (IOException e) {
            failed++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Closed.
        }
    }

    private boolean isAnswered(List<City.Place> asked) throws IOException, InterruptedException {
        StringBuilder rows = new StringBuilder("lon,lat\n");
        asked.forEach(p -> rows.append(p.lon()).append(',').append(p.lat()).append('\n'));
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(server.resolve("/api/v1/lookup"))
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(rows.toString()))
                                .build(),
                        BodyHandlers.ofString());
        List<String> answers = response.body().lines().skip(1).toList();
        if (response.statusCode() != 200 || answers.size() != asked.size()) {
            return false;
        }
        Map<String, String> editions = editions(response);
        for (int row = 0; row < asked.size(); row++) {
            City.Place place = asked.get(row);
            String micro = answers.get(row).split(",")[2];
            contradictions.add(place, editions.get(place.district()), micro);
        }
        return true;
    }

    /** By district. */
    private static Map<String, String> editions(HttpResponse<String> response) {
        Map<String, String> editions = new HashMap<>();
        for (String edition :
                response.headers().firstValue("Weiwang-Editions").orElseThrow().split(",")) {
            editions.put(edition.split("-")[0], edition);
        }
        return editions;
    }

    /**
     * How many were not answered with 200 and a row for each.
     *
     * @throws IllegalStateException when it could not ask any more
     */
    synchronized int failed() {
        if (asking.isDone()) {
            throw new IllegalStateException("batches are not asked any more");
        }
        return failed;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
