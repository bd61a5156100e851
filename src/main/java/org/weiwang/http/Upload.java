package org.weiwang.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A file that is uploaded, in a folder of its own, gone when closed. */
final class Upload implements AutoCloseable {
    private static final String PREFIX = "upload";
    private static final String NAME = "upload.zip";

    /** No upload takes as long: what is older was left by a process that was killed. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Path folder;

    /**
     * @param parent made where it is missing
     */
    Upload(Path parent) throws IOException {
        removeLeftovers(Files.createDirectories(parent));
        folder = Files.createTempDirectory(parent, PREFIX);
    }

    /** What faults call it by its name alone. */
    Path file() {
        return folder.resolve(NAME);
    }

    /**
     * @throws ProblemException 507 where there is no room for it
     */
    void receive(InputStream body) throws IOException {
        try (OutputStream out = new SpoolOutput(Files.newOutputStream(file()), folder)) {
            body.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    private static void removeLeftovers(Path parent) throws IOException {
        Instant oldest = Instant.now().minus(LONGEST);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path one : folders) {
                if (Files.getLastModifiedTime(one).toInstant().isBefore(oldest)) {
                    remove(one);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
        Files.deleteIfExists(folder);
    }
}
