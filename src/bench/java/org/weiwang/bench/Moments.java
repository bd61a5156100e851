package org.weiwang.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times of the machine's clock as microseconds since 1970, which the database tells as well. */
final class Moments {
    private Moments() {}

    static long now() {
        return of(Instant.now());
    }

    static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
