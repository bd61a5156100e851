package org.weiwang.atlas;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was in force until some minutes ago, so that whoever reads a layer page by page goes on with
 * what the first page was of. Thread-safe.
 */
public final class Formers<T> {
    public static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final InstantSource clock;

    /** In the order in which they were replaced. */
    private final Deque<Former<T>> formers = new ArrayDeque<>();

    private record Former<T>(T value, Instant replacedAt) {}

    /**
     * @param clock by which they are let go
     */
    public Formers(InstantSource clock) {
        this.clock = clock;
    }

    /** Keeps, from now on, what has just been replaced. */
    public synchronized void keep(T replaced) {
        formers.addLast(new Former<>(replaced, clock.instant()));
    }

    /** One that passes the test and was replaced in the last ten minutes. */
    public synchronized Optional<T> find(Predicate<T> test) {
        letGo();
        return formers.stream().map(Former::value).filter(test).findFirst();
    }

    /** Those whose time is over; to be called again and again, so that their memory is free. */
    public synchronized void letGo() {
        Instant limit = clock.instant().minus(KEPT_FOR);
        formers.removeIf(former -> !former.replacedAt().isAfter(limit));
    }

    public synchronized void clear() {
        formers.clear();
    }

    public synchronized int size() {
        return formers.size();
    }
}
