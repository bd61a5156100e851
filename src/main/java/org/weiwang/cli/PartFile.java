package org.weiwang.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that has its name only when it is whole. Until then it is written beside, under the name
 * with {@code .part} behind, which one process at a time may do. What a killed process left there
 * is written over.
 */
final class PartFile implements AutoCloseable {
    /** What a program that is told to end, as by Ctrl-C, has to delete. */
    private static final Set<PartFile> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PartFile::deleteOpen));
    }

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean published;

    /**
     * @throws IOException when it can't be written, or another process is writing it
     */
    PartFile(Path file) throws IOException {
        this.file = file;
        this.part = partOf(file);
        this.channel = lock();
        channel.truncate(0);
        this.out = new NamedOutput(part, Channels.newOutputStream(channel));
        OPEN.add(this);
    }

    static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    OutputStream out() {
        return out;
    }

    /** Where it is until it is published, for another program to write. */
    Path path() {
        return part;
    }

    /** To be called before anything is written. */
    void forOwnerOnly() throws IOException {
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
    }

    /** Gives the file its name, in place of one that had it, once all of it is on the disk. */
    synchronized void publish() throws IOException {
        channel.force(true);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        published = true;
    }

    /** Deletes what was not published. */
    @Override
    public void close() throws IOException {
        try (channel) {
            delete();
        } finally {
            OPEN.remove(this);
        }
    }

    private synchronized void delete() throws IOException {
        if (!published) {
            Files.deleteIfExists(part);
        }
    }

    private static void deleteOpen() {
        for (PartFile open : OPEN) {
            try {
                open.delete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Another process may publish or delete the file between its opening and its locking here. */
    private FileChannel lock() throws IOException {
        while (true) {
            create();
            FileChannel opened = null;
            try {
                Object before = identity();
                opened = FileChannel.open(part, StandardOpenOption.WRITE);
                if (opened.tryLock() == null) {
                    throw new OverlappingFileLockException();
                }
                if (Objects.equals(before, identity())) {
                    return opened;
                }
                opened.close();
            } catch (NoSuchFileException e) {
                close(opened);
            } catch (OverlappingFileLockException e) {
                close(opened);
                throw new IOException(part + ": another run is writing this file");
            }
        }
    }

    private void create() throws IOException {
        try {
            Files.createFile(part);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(part)) {
                throw new IOException(part + ": is not a file");
            }
        }
    }

    private Object identity() throws IOException {
        return Files.readAttributes(part, BasicFileAttributes.class).fileKey();
    }

    private static void close(FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
