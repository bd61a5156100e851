package org.weiwang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks places up, one after the other and round again, on some connections that stay open, as many
 * a second whatever the server does. An answer's time counts from when its question was due, so
 * that those that had to wait behind a late one are late, too. Thread-safe.
 */
final class LookupLoad implements AutoCloseable {
    static final int PER_SECOND = 400;

    private static final int ASKERS = 4;
    private static final long AWAIT_MILLIS = 300_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
    private final List<Future<List<Answer>>> askers = new ArrayList<>();
    private final Map<String, String> newest = new ConcurrentHashMap<>();
    private final URI server;
    private final List<City.Place> places;
    private final Contradictions contradictions;
    private volatile boolean over;

    /**
     * @param due when it was to be asked, in microseconds as {@link Moments}
     * @param sent when it was asked, later than that behind a late one
     * @param done when it was answered
     * @param edition that it names; null when it failed
     */
    record Answer(long due, long sent, long done, String edition) {}

    /** Begins at once. */
    LookupLoad(URI server, List<City.Place> places, Contradictions contradictions) {
        this.server = server;
        this.places = places;
        this.contradictions = contradictions;
        long begin = Moments.now();
        for (int asker = 0; asker < ASKERS; asker++) {
            int first = asker;
            askers.add(threads.submit(() -> ask(begin, first)));
        }
    }

    private List<Answer> ask(long begin, int first) throws InterruptedException {
        List<Answer> answers = new ArrayList<>();
        for (int number = first; !over; number += ASKERS) {
            long due = begin + number * 1_000_000L / PER_SECOND;
            while (!over && Moments.now() < due) {
                LockSupport.parkNanos(1_000 * (due - Moments.now()));
            }
            long sent = Moments.now();
            String edition = ask(places.get(number % places.size()));
            answers.add(new Answer(due, sent, Moments.now(), edition));
        }
        return answers;
    }

    /** The edition that the answer names; null when there is none. */
    private String ask(City.Place place) throws InterruptedException {
        try {
            HttpResponse<byte[]> response =
                    client.send(
                            HttpRequest.newBuilder(of(server, place, "")).build(),
                            BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                return null;
            }
            JsonNode answer = Results.JSON.readTree(response.body());
            String edition = answer.path("edition").asText();
            contradictions.add(place, edition, answer.path("micro").path("code").asText());
            tell(edition);
            return edition;
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * @param more parameters, each with an ampersand before it
     */
    static URI of(URI server, City.Place place, String more) {
        return server.resolve(
                "/api/v1/lookup?lon=%s&lat=%s%s".formatted(place.lon(), place.lat(), more));
    }

    private void tell(String edition) {
        if (!edition.equals(newest.put(edition.split("-")[0], edition))) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Waits until the last answer in each of their districts named the edition. */
    synchronized void await(Collection<String> editions) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AWAIT_MILLIS);
        while (!newest.values().containsAll(editions)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(editions + " do not answer, but " + newest);
            }
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
    }

    /** Stops asking, and returns all answers in the order in which they came. */
    List<Answer> stop() throws InterruptedException, ExecutionException {
        over = true;
        List<Answer> all = new ArrayList<>();
        for (Future<List<Answer>> asker : askers) {
            all.addAll(asker.get());
        }
        all.sort((one, other) -> Long.compare(one.done(), other.done()));
        return all;
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
    }
}
