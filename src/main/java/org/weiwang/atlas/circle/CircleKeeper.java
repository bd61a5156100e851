package org.weiwang.atlas.circle;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.Watch;
import org.weiwang.atlas.Worker;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.CitySource;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.standard.Standard;
import org.weiwang.circle.standard.Standards;

/**
 * Holds the living circle of the city in force and swaps it whole when something else is in force.
 * Everything is made in a thread of its own, once the atlas is there; meanwhile the one before goes
 * on answering, as it does while the source can't be reached. Looks when it is {@link #wake woken}
 * and every two seconds. Thread-safe.
 */
public final class CircleKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CircleKeeper.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    /** How often it is looked whether the first atlas is there, which nobody tells. */
    private static final Duration SOON = Duration.ofMillis(100);

    /** How long what failed is left alone: where memory is short, each try costs all of it. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    /** How what is held compares with what is in force. */
    public enum State {
        /** This server does without. */
        OFF,
        /** There is nothing to answer with yet. */
        LOADING,
        /** What answers is made from other data than are in force, which are being read. */
        BEHIND,
        /** What answers is made from what was in force when the source was last asked. */
        READY
    }

    private final AtlasKeeper atlases;
    private final CitySource source;
    private final CircleStore store;
    private final Question usual;
    private final boolean isOn;
    private final Watch watch = new Watch("circle-watch", this::look);
    private final Worker worker = new Worker("circle");
    private LivingCircle current;
    private DataVersions inForce;

    /** The history that the current one is of. Only the worker's, as what follows. */
    private UUID history;

    /** What could not be made last; null where it could. */
    private DataVersions failed;

    private long failedAt;

    /**
     * @param atlases of the same data
     * @param store of what is found
     * @param standards of which the first is the usual one: what it says of its first walker, by
     *     its own rule, is found beforehand
     * @param isOn whether anything is to be made at all
     */
    public CircleKeeper(
            AtlasKeeper atlases,
            CitySource source,
            CircleStore store,
            Standards standards,
            boolean isOn) {
        this.atlases = atlases;
        this.source = source;
        this.store = store;
        Standard first = standards.all().get(0);
        this.usual = new Question(first, first.walkers().get(0).id(), first.rule());
        this.isOn = isOn;
    }

    /** Begins to read, and then to watch for what is newer, in the background. */
    public void start() {
        if (isOn) {
            watch.start();
        }
    }

    /** To be called when something may have changed; returns at once. */
    public void wake() {
        watch.wake();
    }

    /** Empty until the first is made. */
    public synchronized Optional<LivingCircle> current() {
        return Optional.ofNullable(current);
    }

    public synchronized State state() {
        if (!isOn) {
            return State.OFF;
        }
        if (current == null) {
            return State.LOADING;
        }
        return current.city().versions().equals(inForce) ? State.READY : State.BEHIND;
    }

    /** Waits for one that passes the test, and returns it. */
    public synchronized LivingCircle await(Predicate<LivingCircle> test)
            throws InterruptedException {
        while (current == null || !test.test(current)) {
            wait();
        }
        return current;
    }

    private Duration look() {
        Optional<Atlas> atlas = atlases.current();
        atlas.ifPresent(present -> worker.begin(() -> follow(present.history().id()), () -> {}));
        return atlas.isPresent() ? PERIOD : SOON;
    }

    private void follow(UUID historyInForce) {
        DataVersions versions = source.versions();
        see(versions);
        if (versions.equals(failed) && System.nanoTime() - failedAt < RETRY.toNanos()) {
            return;
        }
        try {
            make(historyInForce);
            failed = null;
        } catch (RuntimeException | Error e) {
            failed = versions;
            failedAt = System.nanoTime();
            throw e;
        }
    }

    private void make(UUID historyInForce) {
        if (state() != State.READY || !historyInForce.equals(history)) {
            long start = System.nanoTime();
            LivingCircle next =
                    new LivingCircle(source.read(current().map(LivingCircle::city)), store);
            try {
                next.findings(usual);
                put(next);
                history = historyInForce;
                tell(next.city(), start);
            } catch (BusyException e) {
                throw new IllegalStateException("nobody else can ask yet", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // Closed.
            }
        }
    }

    private synchronized void see(DataVersions versions) {
        inForce = versions;
    }

    private synchronized void put(LivingCircle next) {
        current = next;
        inForce = next.city().versions();
        notifyAll();
    }

    private static void tell(City city, long start) {
        LOG.atInfo()
                .addKeyValue("nodes", city.roads().network().nodeCount())
                .addKeyValue("islands", city.roads().islands().size())
                .addKeyValue("facilities", city.sites().size())
                .addKeyValue("addresses", city.homes().size())
                .addKeyValue("bytes", city.bytes())
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .log("living circle in force");
    }

    @Override
    public void close() {
        watch.close();
        worker.close();
    }
}
