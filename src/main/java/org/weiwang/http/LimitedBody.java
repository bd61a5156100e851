package org.weiwang.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request's body that may not be larger than allowed, whatever its length was said to be. */
final class LimitedBody extends FilterInputStream {
    private static final Logger LOG = LoggerFactory.getLogger(LimitedBody.class);
    private static final int PIECE = 1 << 16;

    private final BatchLimits limits;
    private final long said;

    /** Whether the client sends nothing before it is told to go on, which the first read does. */
    private final boolean asksFirst;

    private long count;

    LimitedBody(HttpServletRequest request, BatchLimits limits) throws IOException {
        super(request.getInputStream());
        this.limits = limits;
        this.said = request.getContentLengthLong();
        this.asksFirst = request.getHeader("Expect") != null;
    }

    void refuseSaidTooLarge() {
        if (said > limits.bytes()) {
            throw limits.exceeded().exception();
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        add(Math.max(read, 0));
        return read;
    }

    private void add(int read) {
        count += read;
        if (count > limits.bytes()) {
            throw limits.exceeded().exception();
        }
    }

    /**
     * Reads on, though not for ever: a client that is still sending would see a broken connection
     * in place of an answer.
     */
    void discard() {
        if (asksFirst && count == 0) {
            return;
        }
        byte[] piece = new byte[PIECE];
        long left = limits.bytes();
        try {
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = in.read(piece);
            }
        } catch (IOException e) {
            // The client is gone, and with it whom to answer.
            LOG.debug("a refused body broke off", e);
        }
    }
}
