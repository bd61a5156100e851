package org.weiwang.http.ogc;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a client must take what others wait for their turn for.
 *
 * @param bytesPerSecond of the answer before it is compressed
 * @param period of waiting for the client over which it may be slower
 * @param nanoTime as {@link System#nanoTime}
 */
record Pace(long bytesPerSecond, Duration period, LongSupplier nanoTime) {
    /** Half a megabit: the micro grids of Chengdu, 161 MB, in three quarters of an hour. */
    static final Pace USUAL = new Pace(64 << 10, Duration.ofMinutes(1), System::nanoTime);

    private static final double NANOS_PER_SECOND = 1e9;

    boolean isKept(long bytes, long nanos) {
        return nanos < period.toNanos() || bytes >= nanos / NANOS_PER_SECOND * bytesPerSecond;
    }
}
