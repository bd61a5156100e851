package org.weiwang.atlas;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks again and again in a thread of its own, and at once when it is woken. Thread-safe. */
public final class Watch implements AutoCloseable {
    private static final long STOP_MILLIS = 5_000;

    private final Supplier<Duration> look;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;

    /**
     * @param name of the thread
     * @param look tells how long to wait until the next look; must not throw
     */
    public Watch(String name, Supplier<Duration> look) {
        this.look = look;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** To be called once. */
    public void start() {
        thread.start();
    }

    /** Woken during a look, it looks once more. */
    public void wake() {
        wakes.release();
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                wakes.drainPermits();
                wakes.tryAcquire(look.get().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Closed.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
