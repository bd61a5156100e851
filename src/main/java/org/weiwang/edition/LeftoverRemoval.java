package org.weiwang.edition;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has removed again and again, in the background, what was in force and is kept no longer, also
 * where nobody imports or publishes any more. Thread-safe.
 */
public final class LeftoverRemoval implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverRemoval.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final EditionStore store;
    private final Duration period;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(LeftoverRemoval::daemon);

    public LeftoverRemoval(EditionStore store) {
        this(store, PERIOD);
    }

    /**
     * @param period how often what is kept no longer is looked for
     */
    public LeftoverRemoval(EditionStore store, Duration period) {
        this.store = store;
        this.period = period;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "leftovers");
        thread.setDaemon(true);
        return thread;
    }

    /** To be called once. */
    public void start() {
        thread.scheduleWithFixedDelay(
                this::run, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            store.removeLeftovers();
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) {
                LOG.warn("what is kept no longer is removed later: {}", e.toString());
            }
        }
    }

    /** Lets what is being removed be, and does not wait for it. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
