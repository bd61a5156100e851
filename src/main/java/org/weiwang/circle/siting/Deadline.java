package org.weiwang.circle.siting;

import java.time.Duration;

/**
 * Until when to search. It is over when that moment has come, and on a thread that is interrupted;
 * what has ended early for it then ends everywhere. To be asked only where there is more to do.
 * Thread-safe.
 */
public final class Deadline {
    private static final long FAR = Long.MAX_VALUE / 2;

    private final long end;
    private volatile boolean hasEndedAny;

    private Deadline(long nanos) {
        this.end = System.nanoTime() + nanos;
    }

    /** So long from now; at most a hundred years. */
    public static Deadline in(Duration time) {
        return new Deadline(time.toNanos());
    }

    /** Only an interruption ends what is searched. */
    public static Deadline never() {
        return new Deadline(FAR);
    }

    /** Whether who asks, and has more to do, is to leave it. */
    boolean isOver() {
        if (!hasEndedAny
                && (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted())) {
            hasEndedAny = true;
        }
        return hasEndedAny;
    }

    /** Whether anybody was told to leave something. */
    boolean hasEndedAny() {
        return hasEndedAny;
    }
}
