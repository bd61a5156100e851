package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.http.wire.ProblemException;

class SpoolTest {
    private final Semaphore permits = new Semaphore(1);
    @TempDir private Path folder;

    @Test
    void thePermitGoesBackOnceWhatWasWrittenIsRead() throws Exception {
        Spool spool = Spool.of(folder.resolve("made"), permits, "taken");
        try (OutputStream out = spool.out()) {
            out.write(new byte[] {1, 2, 3});
            assertProblem(503, () -> Spool.of(folder, permits, "taken"));
            try (InputStream in = spool.in()) {
                assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
                assertThat(permits.availablePermits()).isZero();
            }
        }
        spool.close();
        assertThat(permits.availablePermits()).isOne();
    }

    @Test
    void whereThereCanBeNoFileThePermitGoesBackAtOnce() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertProblem(507, () -> Spool.of(file, permits, "taken"));
        assertThat(permits.availablePermits()).isOne();
    }

    private static void assertProblem(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }
}
