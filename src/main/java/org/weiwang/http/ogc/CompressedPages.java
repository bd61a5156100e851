package org.weiwang.http.ogc;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Pages as they were compressed, since that takes many times as long as writing them: 25 ms at the
 * fastest level for a page of 2.7 MB. What was not asked for the longest goes. Thread-safe.
 */
final class CompressedPages {
    /** A larger page is compressed as it is written, each time. */
    private static final int LARGEST = 8 << 20;

    private static final String ENCODING = "Content-Encoding";

    /** What a page takes up beside its bytes. */
    private static final int OVERHEAD = 512;

    private static final String GZIP = "gzip";
    private static final Pattern NOT_AT_ALL = Pattern.compile(";q=0(\\.0*)?$");

    private final long mostBytes;

    /** By the tag of the answer, in the order of last use. */
    private final Map<String, byte[]> pages = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    /** Writes a page. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /**
     * @param mostBytes that are kept
     */
    CompressedPages(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Answers with a page, compressed where the client takes that. One without a tag is for this
     * caller only, and not kept.
     */
    void answer(Context context, Writer writer) throws IOException {
        String tag = context.res().getHeader("ETag");
        if (tag == null || !isTaken(context.header("Accept-Encoding"))) {
            writer.write(context.outputStream());
            return;
        }
        byte[] page = kept(tag);
        if (page == null) {
            Once once = new Once(context.res());
            try (Fastest zip = new Fastest(once)) {
                writer.write(zip);
                zip.finish();
                once.send();
            }
            once.whole().ifPresent(whole -> keep(tag, whole));
        } else {
            context.header(ENCODING, GZIP);
            context.res().setContentLength(page.length);
            context.res().getOutputStream().write(page);
        }
    }

    private static boolean isTaken(String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(each -> each.replace(" ", ""))
                        .anyMatch(
                                each -> each.startsWith(GZIP) && !NOT_AT_ALL.matcher(each).find());
    }

    private synchronized byte[] kept(String tag) {
        return pages.get(tag);
    }

    private synchronized void keep(String tag, byte[] page) {
        if (pages.putIfAbsent(tag, page) != null) {
            return;
        }
        bytes += page.length + OVERHEAD;
        var longestUnasked = pages.values().iterator();
        while (bytes > mostBytes) {
            bytes -= longestUnasked.next().length + OVERHEAD;
            longestUnasked.remove();
        }
    }

    /**
     * Holds a page back until it is whole, so that its length can be said, or too large for that.
     * Of one that fails before, nothing has been sent or said.
     */
    private static final class Once extends OutputStream {
        private final HttpServletResponse response;
        private ByteArrayOutputStream held = new ByteArrayOutputStream(1 << 14);

        Once(HttpServletResponse response) {
            this.response = response;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (held != null && held.size() + length > LARGEST) {
                response.setHeader(ENCODING, GZIP);
                held.writeTo(response.getOutputStream());
                held = null;
            }
            if (held == null) {
                response.getOutputStream().write(bytes, from, length);
            } else {
                held.write(bytes, from, length);
            }
        }

        /** What is held, as the whole page. */
        void send() throws IOException {
            if (held != null) {
                response.setHeader(ENCODING, GZIP);
                response.setContentLength(held.size());
                held.writeTo(response.getOutputStream());
            }
        }

        /** The page, if it was not too large. */
        Optional<byte[]> whole() {
            return Optional.ofNullable(held).map(ByteArrayOutputStream::toByteArray);
        }
    }

    private static final class Fastest extends GZIPOutputStream {
        Fastest(OutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
