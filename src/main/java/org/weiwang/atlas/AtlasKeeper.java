package org.weiwang.atlas;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the atlas in force and swaps it whole when a newer version is there. While the source can't
 * be reached the last atlas goes on answering. Thread-safe.
 */
public final class AtlasKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AtlasKeeper.class);
    private static final long PERIOD_SECONDS = 2;
    private static final long STOP_SECONDS = 5;

    private final AtlasSource source;
    private final ScheduledExecutorService refresher =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "atlas");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile Atlas current;
    private boolean failing;

    public AtlasKeeper(AtlasSource source) {
        this.source = source;
    }

    /** Begins to load, and then to watch for newer versions, in the background. */
    public void start() {
        refresher.scheduleWithFixedDelay(this::refresh, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** The atlas in force; empty until the first is loaded. */
    public Optional<Atlas> current() {
        return Optional.ofNullable(current);
    }

    /** Waits for an atlas that passes the test, and returns it. */
    public synchronized Atlas await(Predicate<Atlas> test) throws InterruptedException {
        while (current == null || !test.test(current)) {
            wait();
        }
        return current;
    }

    private void refresh() {
        try {
            if (current == null || current.version() != source.version()) {
                swap();
            }
            if (failing) {
                LOG.info("the atlas is refreshed again");
            }
            failing = false;
        } catch (RuntimeException | Error e) {
            // The scheduler would drop the task. One line for each outage, not one every period.
            if (!failing && !refresher.isShutdown()) {
                LOG.error("the atlas can't be refreshed", e);
            }
            failing = true;
        }
    }

    private void swap() {
        long start = System.nanoTime();
        Atlas next = source.load(current);
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

    @Override
    public void close() {
        refresher.shutdownNow();
        try {
            refresher.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
