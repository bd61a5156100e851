package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Set;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.RequestId;

/**
 * Which pages of other origins may read, from a browser, what anyone may read. They can't send
 * tokens, nor anything but GET and HEAD.
 *
 * @param origins such as {@code https://map.example}, or {@code *} for all
 */
record Cors(Set<String> origins) {
    private static final String ALL = "*";
    private static final String EXPOSED =
            String.join(
                    ", ",
                    "Content-Crs",
                    "ETag",
                    "Link",
                    "OGC-NumberMatched",
                    "OGC-NumberReturned",
                    EditionsHeader.NAME,
                    "Retry-After",
                    RequestId.HEADER);
    private static final String MAX_AGE_SECONDS = "600";

    /** Returns whether the request was but a question what is allowed, which is then answered. */
    boolean answer(Context context) {
        if (origins.isEmpty()) {
            return false;
        }
        context.res().addHeader("Vary", "Origin");
        String origin = context.header("Origin");
        if (origin == null || !(origins.contains(ALL) || origins.contains(origin))) {
            return false;
        }
        context.header("Access-Control-Allow-Origin", origins.contains(ALL) ? ALL : origin);
        context.header("Access-Control-Expose-Headers", EXPOSED);
        if (!context.method().equals(HandlerType.OPTIONS)) {
            return false;
        }
        context.header("Access-Control-Allow-Methods", "GET, HEAD");
        context.header("Access-Control-Max-Age", MAX_AGE_SECONDS);
        context.status(HttpStatus.NO_CONTENT);
        return true;
    }
}
