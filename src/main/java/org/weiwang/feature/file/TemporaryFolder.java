package org.weiwang.feature.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of its own, gone when closed with all that is in it. */
public final class TemporaryFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    /** What was not written to for as long was left by a process that was killed. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Path path;

    /**
     * @param parent must be there
     * @param prefix of its name
     */
    public TemporaryFolder(Path parent, String prefix) throws IOException {
        this.path = Files.createTempDirectory(parent, prefix);
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        remove(path);
    }

    /**
     * Removes what begins with the prefix and was left by processes that were killed: nothing was
     * written to it, or to what is in it, for a day. Those of other processes that run stay.
     *
     * @param parent must be there
     */
    public static void removeLeftovers(Path parent, String prefix) throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(LONGEST));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path folder : folders) {
                removeIfOlder(folder, oldest);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeIfOlder(Path folder, FileTime oldest) throws IOException {
        try {
            for (Path one : deepestFirst(folder)) {
                if (Files.getLastModifiedTime(one).compareTo(oldest) >= 0) {
                    return;
                }
            }
            remove(folder);
        } catch (NoSuchFileException e) {
            LOG.debug("{} is gone already", folder, e); // It was closed meanwhile.
        }
    }

    private static void remove(Path folder) throws IOException {
        for (Path one : deepestFirst(folder)) {
            Files.deleteIfExists(one);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
