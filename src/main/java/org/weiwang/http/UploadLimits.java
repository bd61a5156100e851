package org.weiwang.http;

import java.nio.file.Path;
import java.time.Duration;
import org.weiwang.http.wire.Problem;

/**
 * How large a hand-over may be that is uploaded.
 *
 * @param bytes of the file
 * @param folder where it waits until it is whole; made where it is missing
 * @param patience as {@link BatchLimits#patience}
 */
public record UploadLimits(long bytes, Path folder, Duration patience) {
    Problem exceeded() {
        return Problem.tooLarge(
                "A hand-over may have at most %d MiB; use weiwang import for a larger one"
                        .formatted(bytes >> 20));
    }
}
