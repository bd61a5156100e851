package org.weiwang.atlas.circle;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many pieces of long work be done at a time. Who waits for a turn holds a thread that
 * could answer something else, and so a few may, for some seconds. Thread-safe.
 */
public final class Turns {
    /** A page asks a handful of questions at a time. */
    private static final int MOST_WAITING = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore turns;
    private final Semaphore waiting;
    private final Duration patience;
    private final String busy;

    /**
     * @param busy tells those who come in vain
     */
    public Turns(int atOnce, String busy) {
        this(atOnce, MOST_WAITING, PATIENCE, busy);
    }

    Turns(int atOnce, int mostWaiting, Duration patience, String busy) {
        this.turns = new Semaphore(atOnce);
        this.waiting = new Semaphore(mostWaiting);
        this.patience = patience;
        this.busy = busy;
    }

    /** What is done in a turn. */
    public interface Work<T> {
        T done() throws BusyException, InterruptedException;
    }

    /**
     * @throws BusyException when others have had all turns for some seconds, and at once when
     *     enough are waiting already
     */
    public <T> T take(Work<T> work) throws BusyException, InterruptedException {
        begin();
        try {
            return work.done();
        } finally {
            turns.release();
        }
    }

    private void begin() throws BusyException, InterruptedException {
        if (turns.tryAcquire()) {
            return;
        }
        if (!waiting.tryAcquire()) {
            throw new BusyException(busy);
        }
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException(busy);
            }
        } finally {
            waiting.release();
        }
    }
}
