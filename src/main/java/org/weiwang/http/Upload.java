package org.weiwang.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weiwang.feature.file.TemporaryFolder;
import org.weiwang.http.wire.ProblemException;
import org.weiwang.http.wire.SpoolOutput;

/** A file that is uploaded, in a folder of its own, gone when closed with all that is in it. */
final class Upload implements AutoCloseable {
    private static final String PREFIX = "upload";

    private final TemporaryFolder folder;
    private final String name;

    /**
     * @param parent made where it is missing
     * @param name of the file
     * @throws ProblemException 507 where there can't be another folder
     */
    Upload(Path parent, String name) {
        this.name = name;
        try {
            TemporaryFolder.removeLeftovers(Files.createDirectories(parent), PREFIX);
            folder = new TemporaryFolder(parent, PREFIX);
        } catch (IOException e) {
            throw SpoolOutput.noRoom(parent, e).exception();
        }
    }

    /** What faults call it by its name alone. */
    Path file() {
        return folder().resolve(name);
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
}
