package org.weiwang.atlas;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.edition.Edition;

/**
 * Holds the atlas in force and swaps it whole when something else is in force. It asks the source
 * when it is {@link #wake woken}, when a scheduled publication takes effect by the source's clock,
 * and every two seconds in case nobody wakes it. What will be in force next is loaded beforehand.
 * While the source can't be reached the last atlas goes on answering. Thread-safe.
 */
public final class AtlasKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AtlasKeeper.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final AtlasSource source;
    private final Roster roster;
    private final Watch watch = new Watch(this::look);
    private final Worker swapping = new Worker("atlas-swap");
    private final PreparedPart prepared;
    private volatile Atlas current;
    private Outlook seen;
    private Instant awaySince;

    /**
     * @param roster is told of this keeper as long as it lives
     */
    public AtlasKeeper(AtlasSource source, Roster roster) {
        this.source = source;
        this.roster = roster;
        this.prepared = new PreparedPart(source, watch::wake);
    }

    /** Begins to load, and then to watch for what is newer, in the background. */
    public void start() {
        watch.start();
    }

    /** To be called when something may have changed; returns at once. */
    public void wake() {
        watch.wake();
    }

    /** The atlas in force; empty until the first is loaded. */
    public Optional<Atlas> current() {
        return Optional.ofNullable(current);
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
            see(outlook);
            follow(outlook);
            Atlas held = current;
            if (held != null) {
                roster.report(held.version(), preparedEdition(held, outlook));
            }
            reached();
            return outlook.untilNext().filter(next -> next.compareTo(PERIOD) < 0).orElse(PERIOD);
        } catch (RuntimeException | Error e) {
            // The thread would end.
            away(e);
            return PERIOD;
        }
    }

    private void follow(Outlook outlook) {
        Collection<DistrictPart> inForce = current == null ? List.of() : current.parts();
        if (current == null || !isOf(current, outlook)) {
            List<DistrictPart> held = new ArrayList<>(inForce);
            held.addAll(prepared.held());
            swapping.begin(() -> swap(held), watch::wake);
        } else {
            // Not before, since what is held ready is kept until the swap that needs it.
            prepared.want(outlook.upcoming(), inForce);
        }
    }

    private static boolean isOf(Atlas atlas, Outlook outlook) {
        return atlas.version() == outlook.version()
                && atlas.history().id().equals(outlook.history());
    }

    private void swap(Collection<DistrictPart> held) {
        long start = System.nanoTime();
        Atlas next = source.load(held);
        synchronized (this) {
            current = next;
            notifyAll();
        }
        LOG.atInfo()
                .addKeyValue("version", next.version())
                .addKeyValue("districts", next.parts().size())
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .log("atlas in force");
    }

    /**
     * The edition that is upcoming, if its part is held, be it since it is in force already, and
     * the swap to it need not wait for another.
     */
    private Optional<Edition> preparedEdition(Atlas atlas, Outlook outlook) {
        if (!isOf(atlas, outlook)) {
            return Optional.empty();
        }
        List<DistrictPart> held = new ArrayList<>(atlas.parts());
        held.addAll(prepared.held());
        return outlook.upcoming()
                .filter(version -> held.stream().anyMatch(part -> part.version().equals(version)))
                .map(DistrictPart.Version::edition);
    }

    /** Before anything comes of it, so that nothing newer answers than was seen. */
    private synchronized void see(Outlook outlook) {
        seen = outlook;
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
