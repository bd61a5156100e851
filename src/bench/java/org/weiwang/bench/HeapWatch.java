package org.weiwang.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks how much of a server's heap is in use, a second after the last look, until closed. */
final class HeapWatch implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ServedCity server;
    private final ScheduledFuture<?> looking;
    private volatile long most;

    HeapWatch(ServedCity server) {
        this.server = server;
        this.looking = thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        most = Math.max(most, server.inUse());
    }

    /**
     * The most that was in use at any look, in bytes.
     *
     * @throws IllegalStateException when it could not look any more
     */
    long most() {
        if (looking.isDone()) {
            throw new IllegalStateException("the server's heap can't be seen any more");
        }
        return most;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
