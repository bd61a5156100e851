package org.weiwang.http.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.http.BatchLimits;

/**
 * A request's body that may not be larger than allowed, whatever its length was said to be, and not
 * come in drops.
 */
public final class LimitedBody extends InputStream {
    private static final Logger LOG = LoggerFactory.getLogger(LimitedBody.class);
    private static final int PIECE = 1 << 16;
    private static final double BYTES_PER_SECOND = 1024;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long most;
    private final Problem exceeded;
    private final Duration patience;
    private final long said;

    private final HttpServletRequest request;

    /** Whether the client sends nothing before it is told to go on. */
    private final boolean asksFirst;

    /** Null until the first read, since asking for it tells the client to go on. */
    private InputStream in;

    /** Whether the connection's patience has ended, and with it what could be read. */
    private boolean silent;

    private long count;
    private long waitedNanos;

    /**
     * @param most bytes
     * @param exceeded what more than so many are answered with
     * @param patience as {@link BatchLimits#patience}
     */
    public LimitedBody(HttpServletRequest request, long most, Problem exceeded, Duration patience) {
        this.request = request;
        this.most = most;
        this.exceeded = exceeded;
        this.patience = patience;
        this.said = request.getContentLengthLong();
        this.asksFirst = request.getHeader("Expect") != null;
    }

    public void refuseSaidTooLarge() {
        if (said > most) {
            throw exceeded.exception();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = awaitPatiently(bytes, offset, length);
        if (count > most) {
            throw exceeded.exception();
        }
        if (comesInDrops()) {
            throw Problem.tooSlow().exception();
        }
        return read;
    }

    private int awaitPatiently(byte[] bytes, int offset, int length) throws IOException {
        try {
            return await(bytes, offset, length);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                silent = true;
                throw Problem.tooSlow().exception();
            }
            throw e;
        }
    }

    private int await(byte[] bytes, int offset, int length) throws IOException {
        InputStream stream = in();
        long start = System.nanoTime();
        int read = stream.read(bytes, offset, length);
        waitedNanos += System.nanoTime() - start;
        count += Math.max(read, 0);
        return read;
    }

    private boolean comesInDrops() {
        return waitedNanos > patience.toNanos()
                && count < waitedNanos / NANOS_PER_SECOND * BYTES_PER_SECOND;
    }

    private InputStream in() throws IOException {
        if (in == null) {
            in = request.getInputStream();
        }
        return in;
    }

    /**
     * Reads on, though not for ever: a client that is still sending would see a broken connection
     * in place of an answer.
     */
    public void discard() {
        if (silent || (asksFirst && in == null)) {
            return;
        }
        byte[] piece = new byte[PIECE];
        long left = most;
        try {
            for (int read = 0; read >= 0 && left > 0 && !comesInDrops(); left -= read) {
                read = await(piece, 0, piece.length);
            }
        } catch (IOException e) {
            // The client is gone, and with it whom to answer.
            LOG.debug("a refused body broke off", e);
        }
    }
}
