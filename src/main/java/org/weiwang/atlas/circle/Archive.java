package org.weiwang.atlas.circle;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.atlas.DaemonThreads;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.edition.StoreFailure;

/**
 * What was found before. All goes on where the store fails: whatever is missing can be computed
 * again. Thread-safe.
 */
final class Archive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    /** Findings are large, and the store may be slow. */
    private static final int WAITING = 2;

    private static final long STOP_SECONDS = 5;

    private final CircleStore store;
    private final ThreadPoolExecutor keeping =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    new DaemonThreads("circle-keep"),
                    (task, executor) -> refused(executor));

    Archive(CircleStore store) {
        this.store = store;
    }

    /** Empty also where the store can't be asked. */
    Optional<Findings> find(Stamp stamp) {
        try {
            return store.find(stamp);
        } catch (StoreFailure e) {
            LOG.warn("living circles that may be kept are computed again: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * For those who can't compute it again.
     *
     * @throws StoreFailure when the store can't be asked
     */
    Optional<Findings> read(Stamp stamp) {
        return store.find(stamp);
    }

    /** Returns at once; nothing is kept while two others are still waiting to be. */
    void keep(Findings findings) {
        keeping.execute(() -> attempt(findings));
    }

    private void attempt(Findings findings) {
        try {
            store.keep(findings);
        } catch (StoreFailure e) {
            LOG.warn("living circles were computed and can't be kept: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("living circles were computed and can't be kept", e);
        }
    }

    /** Whoever still computes while the server ends has nobody to keep it. */
    private static void refused(ThreadPoolExecutor executor) {
        if (!executor.isShutdown()) {
            LOG.warn("living circles are not kept, others still wait");
        }
    }

    @Override
    public void close() {
        keeping.shutdownNow();
        try {
            keeping.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
