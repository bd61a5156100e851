package org.weiwang.http.ogc;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/**
 * Tells a client that has gone from a file that can't take more: both are an {@link IOException},
 * met in the same loop. One that takes an answer in drops is cut off; one that takes nothing at all
 * the connection's own patience ends.
 */
final class ClientOutput extends FilterOutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(ClientOutput.class);

    private final Pace pace;
    private boolean isBroken;

    /** Of the period of waiting that runs. */
    private long taken;

    private long waitedNanos;

    ClientOutput(OutputStream client, Pace pace) {
        super(client);
        this.pace = pace;
    }

    /** Whether the client took no more. */
    boolean isBroken() {
        return isBroken;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /**
     * @throws ProblemException where the client took too little while it was waited for
     */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long start = pace.nanoTime().getAsLong();
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            isBroken = true;
            throw e;
        }
        waitedNanos += pace.nanoTime().getAsLong() - start;
        taken += length;
        if (!pace.isKept(taken, waitedNanos)) {
            LOG.warn(
                    "a client that took {} bytes in {} s of waiting is cut off",
                    taken,
                    TimeUnit.NANOSECONDS.toSeconds(waitedNanos));
            throw Problem.unavailable("The file is taken too slowly").exception();
        }
        if (waitedNanos >= pace.period().toNanos()) {
            waitedNanos = 0;
            taken = 0;
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
