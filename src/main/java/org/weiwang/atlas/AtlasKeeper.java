package org.weiwang.atlas;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.edition.Edition;

/**
 * Holds the atlas in force and swaps it whole when something else is in force. It asks the source
 * when it is {@link #wake woken}, when a scheduled publication takes effect by the source's clock,
 * and every two seconds in case nobody wakes it. What will be in force next is loaded beforehand,
 * and swapped to without loading; data sets that came meanwhile follow when they are loaded. While
 * the source can't be reached the last atlas goes on answering. What was replaced is kept for those
 * who read it page by page. Thread-safe.
 */
public final class AtlasKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AtlasKeeper.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    /** Who waits holds a thread that could answer what is in force. */
    private static final int WAITING = 16;

    private final AtlasSource source;
    private final Roster roster;
    private final Watch watch = new Watch("atlas-watch", this::look);
    private final Worker swapping = new Worker("atlas-swap");
    private final PreparedParts prepared;
    private final FormerAtlases formers;
    private final Semaphore waiting = new Semaphore(WAITING);
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile Atlas current;
    private Outlook seen;
    private Instant awaySince;

    /**
     * @param roster is told of this keeper as long as it lives
     */
    public AtlasKeeper(AtlasSource source, Roster roster) {
        this(source, roster, InstantSource.system());
    }

    /**
     * @param clock by which what was replaced is let go
     */
    AtlasKeeper(AtlasSource source, Roster roster, InstantSource clock) {
        this.source = source;
        this.roster = roster;
        this.prepared = new PreparedParts(source, watch::wake);
        this.formers = new FormerAtlases(clock);
    }

    /** Begins to load, and then to watch for what is newer, in the background. */
    public void start() {
        watch.start();
    }

    /** To be called when something may have changed; returns at once. */
    public void wake() {
        watch.wake();
    }

    /**
     * @param follower run after each swap from here on; must return at once
     */
    public void onSwap(Runnable follower) {
        followers.add(follower);
    }

    /** The atlas in force; empty until the first is loaded. */
    public Optional<Atlas> current() {
        return Optional.ofNullable(current);
    }

    /**
     * The atlas of this version: the one in force, or one that it has replaced in the last ten
     * minutes. That one answers for its layers alone: it has neither addresses nor responders.
     *
     * @param history as {@link History#id}
     * @return empty when it is older, of a history that has ended, or not here yet
     */
    public Optional<Atlas> of(UUID history, long version) {
        return current()
                .filter(atlas -> atlas.version() == version)
                .filter(atlas -> atlas.history().id().equals(history))
                .or(() -> formers.of(history, version));
    }

    /**
     * As {@link #of}, but one that is newer than the one in force is waited for, since another
     * server may have it some moments sooner. Few may wait at a time.
     *
     * @param patience how long it is waited for
     */
    public Optional<Atlas> await(UUID history, long version, Duration patience)
            throws InterruptedException {
        if (isToCome(history, version) && waiting.tryAcquire()) {
            try {
                watch.wake();
                awaitUntil(history, version, System.nanoTime() + patience.toNanos());
            } finally {
                waiting.release();
            }
        }
        return of(history, version);
    }

    private synchronized void awaitUntil(UUID history, long version, long deadline)
            throws InterruptedException {
        long left = deadline - System.nanoTime();
        while (isToCome(history, version) && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
    }

    private boolean isToCome(UUID history, long version) {
        Atlas atlas = current;
        return atlas != null && atlas.history().id().equals(history) && atlas.version() < version;
    }

    /** How the atlas that is held compares with what is in force. */
    public synchronized Readiness readiness() {
        return Readiness.of(current, seen, awaySince);
    }

    /** Waits for an atlas that passes the test, and returns it. */
    public synchronized Atlas await(Predicate<Atlas> test) throws InterruptedException {
        while (current == null || !test.test(current)) {
            wait();
        }
        return current;
    }

    private Duration look() {
        try {
            Outlook outlook = source.outlook();
            follow(outlook);
            if (current != null) {
                roster.report(current.version(), preparedEditions(outlook));
            }
            reached();
            formers.letGo();
            return outlook.untilNext().filter(next -> next.compareTo(PERIOD) < 0).orElse(PERIOD);
        } catch (RuntimeException | Error e) {
            // The thread would end.
            away(e);
            return PERIOD;
        }
    }

    private void follow(Outlook outlook) {
        Atlas before = current;
        Optional<Atlas> next = Optional.empty();
        long start = System.nanoTime();
        try {
            if (!isOf(outlook)) {
                next = assemble(outlook);
            }
        } finally {
            // Both at once: who holds what is newer is behind at no time.
            see(outlook, next, before, start);
        }
        if (!isOf(outlook)) {
            List<DistrictPart> held = held();
            swapping.begin(() -> load(held), watch::wake);
        }
        if (current != null) {
            prepared.want(outlook, current.parts());
        }
    }

    /** Data sets, which are never held ready, must not keep editions waiting that are. */
    private Optional<Atlas> assemble(Outlook outlook) {
        List<DistrictPart> held = held();
        Optional<Atlas> whole = source.assemble(held);
        return whole.isPresent() || hasEditionsOf(outlook) ? whole : source.assembleEditions(held);
    }

    private boolean hasEditionsOf(Outlook outlook) {
        return current != null
                && current.history().id().equals(outlook.history())
                && current.editions().equals(outlook.editions());
    }

    private boolean isOf(Outlook outlook) {
        return current != null
                && current.version() == outlook.version()
                && current.history().id().equals(outlook.history());
    }

    /** All parts that are here, in force or ready. */
    private List<DistrictPart> held() {
        List<DistrictPart> held = new ArrayList<>(prepared.held());
        if (current != null) {
            held.addAll(current.parts());
        }
        return held;
    }

    private void load(List<DistrictPart> held) {
        long start = System.nanoTime();
        Atlas before = current;
        try {
            put(source.load(held), before, start);
        } catch (OutOfMemoryError e) {
            formers.clear(); // What is in force counts for more, and is tried again.
            throw e;
        }
    }

    /**
     * @param before what was current when the making of the next began; what has come since stays
     *     unless it is older
     */
    private synchronized void put(Atlas next, Atlas before, long start) {
        if (current == before || isNewer(next, current)) {
            Atlas replaced = current;
            if (replaced != null) {
                formers.keep(replaced, next);
            }
            current = next;
            notifyAll();
            followers.forEach(Runnable::run);
            tell(next, start);
        }
    }

    private static boolean isNewer(Atlas next, Atlas than) {
        return next.history().id().equals(than.history().id()) && next.version() > than.version();
    }

    private static void tell(Atlas atlas, long start) {
        LOG.atInfo()
                .addKeyValue("version", atlas.version())
                .addKeyValue("districts", atlas.parts().size())
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .log("atlas in force");
    }

    /**
     * The editions that are upcoming and held, be it since they are in force already, or with data
     * sets that are to be replaced; if the swap to them need not wait for another edition.
     */
    private List<Edition> preparedEditions(Outlook outlook) {
        if (!hasEditionsOf(outlook)) {
            return List.of();
        }
        List<DistrictPart> held = held();
        return outlook.upcoming().stream()
                .filter(
                        version ->
                                held.stream()
                                        .anyMatch(part -> part.version().isOfEditionOf(version)))
                .map(DistrictPart.Version::edition)
                .distinct()
                .toList();
    }

    private synchronized void see(Outlook outlook, Optional<Atlas> next, Atlas before, long start) {
        seen = outlook;
        next.ifPresent(atlas -> put(atlas, before, start));
    }

    private synchronized void reached() {
        if (awaySince != null) {
            LOG.info("what is in force can be told again");
        }
        awaySince = null;
    }

    /** Says so once for each outage, not every period. */
    private synchronized void away(Throwable reason) {
        if (awaySince == null && !Thread.currentThread().isInterrupted()) {
            LOG.error("what is in force can't be told; the last atlas goes on", reason);
        }
        awaySince = awaySince == null ? Instant.now() : awaySince;
    }

    @Override
    public void close() {
        watch.close();
        prepared.close();
        swapping.close();
        roster.leave();
    }
}
