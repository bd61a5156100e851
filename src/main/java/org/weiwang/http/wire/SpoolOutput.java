package org.weiwang.http.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a file that can't take more from a client that has gone: both are an {@link IOException},
 * met in the same loop.
 */
public final class SpoolOutput extends FilterOutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolOutput.class);

    private final Path folder;

    public SpoolOutput(OutputStream file, Path folder) {
        super(file);
        this.folder = folder;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw noRoom(folder, e).exception();
        }
    }

    /** The folder is for the log: it is none of the client's business. */
    public static Problem noRoom(Path folder, IOException e) {
        LOG.error("a file in {} can't be written: {}", folder, e.getMessage());
        return Problem.noRoom("The server has no room to keep what was sent or is to be answered");
    }
}
