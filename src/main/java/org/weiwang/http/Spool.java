package org.weiwang.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;
import org.weiwang.http.wire.SpoolOutput;

/**
 * A file without a name, to write to and then to read: what was looked up leaves nothing behind,
 * even when the process is killed.
 */
final class Spool implements AutoCloseable {
    private final Path folder;
    private final FileChannel file;
    private final Semaphore permits;

    private Spool(Path folder, Semaphore permits) throws IOException {
        this.folder = folder;
        this.permits = permits;
        Path path = Files.createTempFile(Files.createDirectories(folder), "batch", null);
        try {
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
    }

    /**
     * With a permit, which goes back when the spool is closed: when the client has what was
     * written, however slowly it reads.
     *
     * @param folder made where it is missing
     * @param refusal what is said where no permit is left
     * @throws ProblemException 503 where none is left; 507 where there can't be another file
     */
    static Spool of(Path folder, Semaphore permits, String refusal) {
        if (!permits.tryAcquire()) {
            throw Problem.unavailable(refusal).exception();
        }
        try {
            return new Spool(folder, permits);
        } catch (IOException e) {
            permits.release();
            throw SpoolOutput.noRoom(folder, e).exception();
        }
    }

    /**
     * What is written to it comes to the file's end. Where the file can't take it, since its disk
     * is full, say, it throws the problem as a {@link ProblemException}.
     */
    OutputStream out() {
        return new SpoolOutput(Channels.newOutputStream(file), folder);
    }

    /** What was written, from its start. Closing it closes the spool. */
    InputStream in() throws IOException {
        return new FilterInputStream(Channels.newInputStream(file.position(0))) {
            @Override
            public void close() throws IOException {
                Spool.this.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            try (file) {
                permits.release();
            }
        }
    }
}
