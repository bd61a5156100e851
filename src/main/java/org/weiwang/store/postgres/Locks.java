package org.weiwang.store.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What keeps processes that use the same cluster apart: {@code start.lock} is held while one of
 * them starts or stops the server, {@code use.lock} is shared by all that use it. The operating
 * system drops both with the process, however it ends. At most one of these per file may exist in a
 * process, since closing one drops the locks of all.
 */
final class Locks implements Closeable {
    private final FileChannel start;
    private final FileChannel use;
    private FileLock shared;

    Locks(Path home) throws IOException {
        start = open(home.resolve("start.lock"));
        use = open(home.resolve("use.lock"));
    }

    /** Does some work while no other process starts or stops the server; waits for those. */
    <T> T exclusively(Work<T> work) throws IOException {
        FileLock lock = start.lock();
        try {
            return work.run();
        } finally {
            lock.release();
        }
    }

    /** From here on this process counts as a user. To be called within {@link #exclusively}. */
    void beginUse() throws IOException {
        shared = use.lock(0, Long.MAX_VALUE, true);
    }

    /**
     * From here on this process no longer counts as a user. To be called within {@link
     * #exclusively}.
     *
     * @return whether it was the last one
     */
    boolean endUse() throws IOException {
        shared.release();
        FileLock alone = use.tryLock();
        if (alone == null) {
            return false;
        }
        alone.release();
        return true;
    }

    @Override
    public void close() throws IOException {
        try (start) {
            use.close();
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Work that may fail on a file or a process. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
