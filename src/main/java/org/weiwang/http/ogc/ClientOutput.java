package org.weiwang.http.ogc;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Tells a client that has gone from a file that can't take more: both are an {@link IOException},
 * met in the same loop.
 */
final class ClientOutput extends FilterOutputStream {
    private boolean isBroken;

    ClientOutput(OutputStream client) {
        super(client);
    }

    /** Whether the client took no more. */
    boolean isBroken() {
        return isBroken;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            isBroken = true;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            isBroken = true;
            throw e;
        }
    }
}
