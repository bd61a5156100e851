package org.weiwang.http;

import java.nio.file.Path;
import java.time.Duration;
import org.weiwang.http.wire.Problem;

/**
 * How much may be looked up with one request.
 *
 * @param bytes of the request's body
 * @param folder where answers wait until they are whole; made where it is missing
 * @param patience how long a client is waited for in all; from then on, what it has sent must have
 *     come at 1 KiB for each second of waiting
 */
public record BatchLimits(long rows, long bytes, Path folder, Duration patience) {
    Problem exceeded() {
        return Problem.tooLarge(
                "One request may bring at most %d rows and %d MiB; send the rows in several, or use weiwang assign"
                        .formatted(rows, bytes >> 20));
    }
}
