package org.weiwang.store;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.store.postgres.ConnectionSettings;
import org.weiwang.store.postgres.EmbeddedPostgres;

/** Sees that the program's own server runs: nobody else would start it again. */
final class Revival implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Revival.class);
    private static final long PERIOD_SECONDS = 2;

    private final EmbeddedPostgres postgres;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "postgres-watch");
                        thread.setDaemon(true);
                        return thread;
                    });
    private boolean failing;

    Revival(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        watch.scheduleWithFixedDelay(this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    ConnectionSettings connection() {
        return postgres.connection();
    }

    private void look() {
        try {
            postgres.revive();
            failing = false;
        } catch (IOException | RuntimeException e) {
            // Tried again and again, and told once.
            if (!failing && !watch.isShutdown()) {
                LOG.error("the program's own database can't be started again", e);
            }
            failing = true;
        }
    }

    /** Stops the server too, when no one else uses it. */
    @Override
    public void close() {
        watch.shutdown();
        postgres.close();
    }
}
