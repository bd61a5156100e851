package org.weiwang.store.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;

/** The time between two looks at what processes of others do, which tell nobody when it is done. */
final class Pause {
    private static final int MILLIS = 50;

    private Pause() {}

    /**
     * @param what was waited for, in the words of the exception
     * @throws InterruptedIOException when the thread is interrupted
     */
    static void of(String what) throws IOException {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + what);
        }
    }
}
