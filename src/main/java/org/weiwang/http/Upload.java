package org.weiwang.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.edition.importing.TemporaryFolder;
import org.weiwang.http.wire.ProblemException;

/** A file that is uploaded, in a folder of its own, gone when closed with all that is in it. */
final class Upload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
    private static final String PREFIX = "upload";
    private static final String NAME = "upload.zip";

    /** What was not written to for as long was left by a process that was killed. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final TemporaryFolder folder;

    /**
     * @param parent made where it is missing
     * @throws ProblemException 507 where there can't be another folder
     */
    Upload(Path parent) {
        try {
            removeLeftovers(Files.createDirectories(parent));
            folder = new TemporaryFolder(parent, PREFIX);
        } catch (IOException e) {
            throw SpoolOutput.noRoom(parent, e).exception();
        }
    }

    /** What faults call it by its name alone. */
    Path file() {
        return folder().resolve(NAME);
    }

    /** Where the file lies, and what is made of it for a while may lie. */
    Path folder() {
        return folder.path();
    }

    /**
     * @throws ProblemException 507 where there is no room for it
     */
    void receive(InputStream body) throws IOException {
        try (OutputStream out = open()) {
            body.transferTo(out);
        }
    }

    private OutputStream open() {
        try {
            return new SpoolOutput(Files.newOutputStream(file()), folder());
        } catch (IOException e) {
            throw SpoolOutput.noRoom(folder(), e).exception();
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }

    private static void removeLeftovers(Path parent) throws IOException {
        Instant oldest = Instant.now().minus(LONGEST);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path one : folders) {
                removeIfOlder(one, oldest);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeIfOlder(Path folder, Instant oldest) throws IOException {
        try {
            Path file = folder.resolve(NAME);
            Path written = Files.exists(file) ? file : folder;
            if (Files.getLastModifiedTime(written).toInstant().isBefore(oldest)) {
                TemporaryFolder.remove(folder);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} is gone already", folder, e); // Its upload has ended meanwhile.
        }
    }
}
