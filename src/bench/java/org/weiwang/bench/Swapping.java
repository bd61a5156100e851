package org.weiwang.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Puts editions in force while places all over the city are looked up. */
final class Swapping {
    private static final int BEFORE_SECONDS = 30;
    private static final int AFTER_SECONDS = 10;
    private static final long SECOND = 1_000_000;

    private final ServedCity server;
    private final PublishDesk desk;
    private final List<City.Place> places;

    Swapping(ServedCity server, PublishDesk desk, List<City.Place> places) {
        this.server = server;
        this.desk = desk;
        this.places = places;
    }

    /**
     * When things happened, as {@link Moments}.
     *
     * @param published when the last publication was made
     * @param inForce when it took effect
     * @param everywhere when answers in every district had named it
     */
    private record Course(
            long begin, long published, long inForce, long everywhere, int notPrepared) {
        /** When what is held ready is held. */
        long prepared() {
            return Math.min(published, inForce - SECOND);
        }
    }

    /**
     * Publishes the editions, one after the other, and tells how look-ups fare.
     *
     * @param editions one or more, of different districts
     * @param ahead how much later they take effect, all at one moment; null for at once
     */
    Swap underLoad(List<String> editions, Duration ahead) throws Exception {
        Contradictions contradictions = new Contradictions();
        try (LookupLoad load = new LookupLoad(server.uri(), places, contradictions);
                BatchLoad batches = new BatchLoad(server.uri(), places, contradictions)) {
            TimeUnit.SECONDS.sleep(BEFORE_SECONDS);
            Course course = publish(editions, ahead, load);
            TimeUnit.SECONDS.sleep(AFTER_SECONDS);
            List<LookupLoad.Answer> answers = load.stop();
            Changeover changeover = new Changeover(answers, editions);
            return new Swap(
                    List.of(
                            Window.of(
                                    "before",
                                    answers,
                                    course.begin() - BEFORE_SECONDS * SECOND,
                                    course.begin()),
                            Window.of("preparing", answers, course.begin(), course.prepared()),
                            Window.of(
                                    "swap",
                                    answers,
                                    course.inForce() - SECOND,
                                    course.everywhere() + AFTER_SECONDS * SECOND)),
                    (course.published() - course.begin()) / 1e6,
                    (changeover.lastOfFormer() - course.inForce()) / 1e3,
                    course.notPrepared(),
                    changeover.relapses(),
                    contradictions.found(),
                    batches.failed());
        }
    }

    private Course publish(List<String> editions, Duration ahead, LookupLoad load)
            throws IOException, InterruptedException {
        long begin = Moments.now();
        Instant from = ahead == null ? null : Instant.now().plus(ahead);
        int notPrepared = 0;
        Instant inForce = from;
        for (String edition : editions) {
            PublishDesk.Published published = desk.publish(edition, from);
            notPrepared += published.isPrepared() ? 0 : 1;
            inForce = published.effectiveFrom();
        }
        long published = Moments.now();
        load.await(editions);
        return new Course(begin, published, Moments.of(inForce), Moments.now(), notPrepared);
    }

    /**
     * Publishes the editions as {@link #underLoad} does, and looks how much of the heap is in use
     * meanwhile, which makes everything wait.
     *
     * @return the most bytes at any look, garbage collected
     */
    long heap(List<String> editions, Duration ahead) throws Exception {
        try (LookupLoad load = new LookupLoad(server.uri(), places, new Contradictions());
                HeapWatch watch = new HeapWatch(server)) {
            publish(editions, ahead, load);
            return watch.most();
        }
    }
}
