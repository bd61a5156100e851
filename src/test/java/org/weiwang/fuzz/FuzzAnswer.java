package org.weiwang.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;

/**
 * What came of a request.
 *
 * @param status 0 where the connection was closed instead
 * @param headers by name in lower case
 * @param isWhole whether all of it came that was said to come
 */
record FuzzAnswer(int status, Map<String, String> headers, byte[] body, boolean isWhole) {
    private static final int SHOWN = 500;

    static final FuzzAnswer NONE = new FuzzAnswer(0, Map.of(), new byte[0], true);

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** In lower case, without parameters. */
    String mediaType() {
        return header("Content-Type").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** With the beginning of the body. */
    @Override
    public String toString() {
        String text = text();
        return "%d %s".formatted(status, text.substring(0, Math.min(text.length(), SHOWN)));
    }

    String text() {
        return new String(body, UTF_8);
    }
}
