package org.weiwang.atlas;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing at a time in a thread of its own. Thread-safe. */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long STOP_SECONDS = 5;

    private final String name;
    private final ExecutorService thread;
    private final AtomicBoolean busy = new AtomicBoolean();
    private boolean failing;

    /**
     * @param name of the thread, and what is said to fail when it does
     */
    public Worker(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadExecutor(new DaemonThreads(name));
    }

    /**
     * Begins the work, unless some is under way.
     *
     * @param afterwards run when it has ended well and other work may be begun
     */
    public void begin(Runnable work, Runnable afterwards) {
        if (busy.compareAndSet(false, true)) {
            thread.execute(
                    () -> {
                        boolean done = attempt(work);
                        busy.set(false);
                        if (done) {
                            afterwards.run();
                        }
                    });
        }
    }

    /** Whether work is under way. */
    boolean isBusy() {
        return busy.get();
    }

    /** Says once that it fails, and once that it does no longer. */
    private boolean attempt(Runnable work) {
        try {
            work.run();
            if (failing) {
                LOG.info("{} works again", name);
            }
            failing = false;
            return true;
        } catch (RuntimeException | Error e) {
            if (!failing && !thread.isShutdown()) {
                LOG.error("{} failed and is tried again", name, e);
            }
            failing = true;
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
