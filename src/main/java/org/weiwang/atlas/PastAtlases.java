package org.weiwang.atlas;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.weiwang.edition.Edition;

/**
 * Atlases of editions that are not, or not all, in force. Their parts are loaded when they are
 * asked for, one after another, and kept until nobody has asked for them in five minutes, or others
 * are asked for: so many at most as districts are in force, and four at least. Parts of editions in
 * force are those of the atlas in force. Thread-safe.
 */
public final class PastAtlases implements AutoCloseable {
    private static final int KEPT_AT_LEAST = 4;

    /**
     * Who looks round the past asks more often than this. Who comes back later waits for seconds
     * again, and until then the memory, at worst as much as what is in force takes, is free: for
     * what is prepared to come into force, too.
     */
    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private static final Duration PERIOD = Duration.ofSeconds(30);

    /** Who waits holds a thread that could answer what is in force. */
    private static final int WAITING = 24;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AtlasSource source;
    private final InstantSource clock;
    private final Semaphore waiting = new Semaphore(WAITING);

    /** In the order of last use. */
    private final Map<DistrictPart.Version, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private final ScheduledExecutorService loader =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("atlas-past"));

    /**
     * @param part empty when its history has ended before it was loaded
     */
    private record Kept(CompletableFuture<Optional<DistrictPart>> part, Instant askedAt) {}

    public PastAtlases(AtlasSource source) {
        this(source, InstantSource.system(), PERIOD);
    }

    /**
     * @param clock by which parts are let go
     * @param period how often those to be let go are looked for
     */
    PastAtlases(AtlasSource source, InstantSource clock, Duration period) {
        this.source = source;
        this.clock = clock;
        loader.scheduleWithFixedDelay(
                this::letGo, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * The grids of the editions. Addresses are found in the address book of today; there are no
     * responders and no facilities.
     *
     * @param editions of different districts
     * @param today the atlas in force
     * @return empty when they are still being loaded after five seconds, when many wait already, or
     *     when the history of today's atlas has just ended; to be asked for again
     * @throws org.weiwang.edition.StoreFailure when they must be loaded and the source can't be
     *     reached
     */
    public Optional<Atlas> of(List<Edition> editions, Atlas today) {
        Optional<List<DistrictPart>> there = there(editions, today);
        if (there.isPresent()) {
            return there.map(today::withGridsOf);
        }
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return await(ask(editions, today)).map(today::withGridsOf);
        } finally {
            waiting.release();
        }
    }

    /** All parts, if none must be waited for. */
    private synchronized Optional<List<DistrictPart>> there(List<Edition> editions, Atlas today) {
        return whole(
                editions.stream()
                        .map(
                                edition ->
                                        today.gridsOf(edition)
                                                .or(() -> loaded(version(edition, today))))
                        .toList());
    }

    private Optional<DistrictPart> loaded(DistrictPart.Version version) {
        Kept asked = kept.computeIfPresent(version, (same, before) -> askedNow(before.part()));
        return asked != null && asked.part().isDone() ? asked.part().join() : Optional.empty();
    }

    private synchronized List<CompletableFuture<Optional<DistrictPart>>> ask(
            List<Edition> editions, Atlas today) {
        kept.keySet().removeIf(version -> !version.history().equals(today.history().id()));
        List<CompletableFuture<Optional<DistrictPart>>> parts = new ArrayList<>();
        for (Edition edition : editions) {
            Optional<DistrictPart> inForce = today.gridsOf(edition);
            parts.add(
                    inForce.isPresent()
                            ? CompletableFuture.completedFuture(inForce)
                            : keep(version(edition, today), today));
        }
        return parts;
    }

    private static DistrictPart.Version version(Edition edition, Atlas today) {
        return DistrictPart.Version.withoutDataSets(today.history().id(), edition);
    }

    private CompletableFuture<Optional<DistrictPart>> keep(
            DistrictPart.Version version, Atlas today) {
        return kept.compute(
                        version,
                        (same, before) ->
                                askedNow(before == null ? load(version, today) : before.part()))
                .part();
    }

    private Kept askedNow(CompletableFuture<Optional<DistrictPart>> part) {
        return new Kept(part, clock.instant());
    }

    private CompletableFuture<Optional<DistrictPart>> load(
            DistrictPart.Version version, Atlas today) {
        int most = Math.max(KEPT_AT_LEAST, today.parts().size());
        return CompletableFuture.supplyAsync(
                () -> {
                    dropAllBut(most - 1);
                    try {
                        return source.part(version, today.parts());
                    } catch (RuntimeException | Error e) {
                        forget(version);
                        throw e;
                    }
                },
                loader);
    }

    /** Those that were not asked for the longest go; those that are still waited for stay. */
    private synchronized void dropAllBut(int most) {
        long loaded = kept.values().stream().filter(each -> each.part().isDone()).count();
        Iterator<Kept> longestUnasked = kept.values().iterator();
        while (loaded > most) {
            if (longestUnasked.next().part().isDone()) {
                longestUnasked.remove();
                loaded--;
            }
        }
    }

    private synchronized void letGo() {
        Instant limit = clock.instant().minus(KEPT_FOR);
        kept.values().removeIf(each -> each.part().isDone() && !each.askedAt().isAfter(limit));
    }

    /** What failed is tried again when it is asked for again. */
    private synchronized void forget(DistrictPart.Version version) {
        kept.remove(version);
    }

    private static Optional<List<DistrictPart>> await(
            List<CompletableFuture<Optional<DistrictPart>>> parts) {
        try {
            CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return whole(parts.stream().map(CompletableFuture::join).toList());
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** All of them; empty when one is. */
    private static Optional<List<DistrictPart>> whole(List<Optional<DistrictPart>> parts) {
        List<DistrictPart> there = parts.stream().flatMap(Optional::stream).toList();
        return there.size() == parts.size() ? Optional.of(there) : Optional.empty();
    }

    /** How many parts are kept. */
    synchronized int size() {
        return kept.size();
    }

    @Override
    public void close() {
        loader.shutdownNow();
    }
}
