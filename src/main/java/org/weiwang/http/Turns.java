package org.weiwang.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.weiwang.atlas.circle.BusyException;

/** Lets so many pieces of long work be done at a time. Thread-safe. */
final class Turns {
    /** Who comes when all are taken waits so long. */
    private static final long PATIENCE_SECONDS = 3;

    private final Semaphore turns;
    private final String busy;

    /**
     * @param busy tells those who come when all are taken
     */
    Turns(int atOnce, String busy) {
        this.turns = new Semaphore(atOnce);
        this.busy = busy;
    }

    /** What is done in a turn. */
    interface Work<T> {
        T done() throws BusyException, InterruptedException;
    }

    /**
     * @throws ProblemException 503 when others have had all turns for some seconds
     */
    <T> T take(Work<T> work) throws BusyException, InterruptedException {
        if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw Problem.unavailable(busy).exception();
        }
        try {
            return work.done();
        } finally {
            turns.release();
        }
    }
}
