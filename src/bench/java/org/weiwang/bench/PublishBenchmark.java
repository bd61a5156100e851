package org.weiwang.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A whole city on one server, under a steady load of look-ups, while the edition of one district
 * and then those of all at one moment are put in force; and what the past, comparing and the
 * publication's own transaction take. On a database as {@link CityMaking} leaves it.
 */
final class PublishBenchmark {
    private static final int PLACES = 5_000;
    private static final int WARM_UP_SECONDS = 20;
    static final int LATER = 1_000;
    private static final int PUBLICATIONS = 20;

    /** All editions of the city are published by then, one after the other. */
    static final Duration AHEAD = Duration.ofMinutes(2);

    /**
     * What was measured. Heap is in bytes in use with all garbage collected.
     *
     * @param rest heap before all of it
     * @param oneHeap the most while one district was published, {@code allHeap} while all were
     * @param lockedMillis of each of some publications for now, how long all others waited
     */
    record Result(
            Run run,
            int microGrids,
            int heapMebibytes,
            long rest,
            Swap one,
            long oneHeap,
            Swap all,
            long allHeap,
            Past past,
            Compared compared,
            List<Double> lockedMillis) {}

    /**
     * Look-ups of another moment, when other editions were in force in all districts.
     *
     * @param refused how often the first was answered with 503 before
     * @param laterMillis of those after the first
     * @param heap afterwards
     */
    record Past(double firstSeconds, int refused, Spread laterMillis, long heap) {}

    /** Editions 1 and 2 of {@link City#COMPARED} over HTTP, and the same once more. */
    record Compared(double seconds, double processorSeconds, double againSeconds) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final City city;
    private final ServedCity server;
    private final PublishDesk desk;
    private final List<City.Place> places;

    private PublishBenchmark(City city, ServedCity server, PublishDesk desk) throws Exception {
        this.city = city;
        this.server = server;
        this.desk = desk;
        this.places = city.places(PLACES);
    }

    public static void main(String[] args) throws Exception {
        try (City city = City.open()) {
            String token = city.publisher();
            try (ServedCity server = ServedCity.start()) {
                new PublishBenchmark(city, server, new PublishDesk(server.uri(), token)).measure();
            }
        }
    }

    private void measure() throws Exception {
        Swapping swapping = new Swapping(server, desk, places);
        long rest = rest();
        System.err.printf("At rest: %,d bytes%n", rest);
        Swap one = swapping.underLoad(List.of(City.LARGEST + "-2"), null);
        System.err.println(one);
        long oneHeap = swapping.heap(List.of(City.LARGEST + "-3"), null);
        System.err.printf("Meanwhile: %,d bytes%n", oneHeap);
        Swap all = swapping.underLoad(editions(2), AHEAD);
        System.err.println(all);
        Instant before = Instant.now();
        long allHeap = swapping.heap(editions(1), AHEAD);
        System.err.printf("Meanwhile: %,d bytes%n", allHeap);
        Past past = past(before);
        System.err.println(past);
        Results.write(
                "publish",
                new Result(
                        Run.here(city.versions()),
                        city.microGrids(),
                        ServedCity.HEAP_MEBIBYTES,
                        rest,
                        one,
                        oneHeap,
                        all,
                        allHeap,
                        past,
                        compared(),
                        lockedMillis()));
    }

    private static List<String> editions(int number) {
        return City.districts().stream().map(district -> district + "-" + number).toList();
    }

    private long rest() throws Exception {
        try (LookupLoad load = new LookupLoad(server.uri(), places, new Contradictions());
                BatchLoad batches = new BatchLoad(server.uri(), places, new Contradictions())) {
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            load.await(editions(1));
            batches.failed();
        }
        return server.inUse();
    }

    private Past past(Instant moment) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int refused = 0;
        while (!isAnswered(places.get(0), moment)) {
            refused++;
        }
        double first = (System.nanoTime() - begin) / 1e9;
        List<Double> later = new ArrayList<>();
        for (City.Place place : places.subList(0, LATER)) {
            begin = System.nanoTime();
            if (!isAnswered(place, moment)) {
                throw new IOException("the grids of " + moment + " were let go at once");
            }
            later.add((System.nanoTime() - begin) / 1e6);
        }
        return new Past(first, refused, Spread.of(later), server.inUse());
    }

    /** False while the grids of then are being loaded. */
    private boolean isAnswered(City.Place place, Instant moment)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(
                                        LookupLoad.of(server.uri(), place, "&datetime=" + moment))
                                .build(),
                        BodyHandlers.ofString());
        if (response.statusCode() != 200 && response.statusCode() != 503) {
            throw new IOException(response.body());
        }
        return response.statusCode() == 200;
    }

    private Compared compared() throws IOException, InterruptedException {
        double processor = server.processorSeconds();
        double seconds = compareSeconds();
        processor = server.processorSeconds() - processor;
        return new Compared(seconds, processor, compareSeconds());
    }

    private double compareSeconds() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        desk.compare(City.COMPARED + "-1", City.COMPARED + "-2");
        return (System.nanoTime() - begin) / 1e9;
    }

    /** With nothing else to do. */
    private List<Double> lockedMillis() throws Exception {
        for (int i = 0; i < PUBLICATIONS; i++) {
            desk.publish(City.LARGEST + "-" + (2 - i % 2), null);
        }
        return city.lockedMillis(PUBLICATIONS);
    }
}
