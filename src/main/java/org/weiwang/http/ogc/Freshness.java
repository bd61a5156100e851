package org.weiwang.http.ogc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.weiwang.http.ogc.html.Language;

/**
 * Lets clients keep what they were answered, and ask only whether it still holds. What is in force
 * is asked for each time, so that nobody is answered what is no longer in force; a past edition
 * never changes, but for a backup that is restored.
 */
final class Freshness {
    private static final String ASK_EACH_TIME = "no-cache";
    private static final String FOR_AN_HOUR = "public, max-age=3600";
    private static final int BYTES = 10;

    private Freshness() {}

    /**
     * Marks the answer, unless it is for this caller only.
     *
     * @param stamp of the state that the answer is of
     * @param representation of the answer
     * @param isPast whether the request names an edition
     * @return whether the client has it already; that is then the answer
     */
    static boolean isKnown(
            Context context, String stamp, Representation representation, boolean isPast) {
        if (context.res().getHeader("Cache-Control") != null) {
            return false;
        }
        String tag = tag(context, stamp, representation);
        context.header("ETag", tag);
        context.header("Cache-Control", isPast ? FOR_AN_HOUR : ASK_EACH_TIME);
        if (!names(context.header("If-None-Match"), tag)) {
            return false;
        }
        context.status(HttpStatus.NOT_MODIFIED);
        return true;
    }

    private static String tag(Context context, String stamp, Representation representation) {
        return tag(
                Build.ID,
                stamp,
                representation.mediaType(),
                context.url(),
                Objects.requireNonNullElse(context.queryString(), ""),
                representation == Representation.HTML ? Language.of(context).key() : "");
    }

    /**
     * Weak, since what is compressed has other bytes.
     *
     * @param build of the program, which decides how an answer is written
     * @param request all that tells it from others; links hold the address that was asked
     */
    static String tag(String build, String stamp, String... request) {
        String all = build + "\n" + String.join("\n", request);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
            return "W/\"" + stamp + "-" + HexFormat.of().formatHex(hash, 0, BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java has it.
        }
    }

    private static boolean names(String header, String tag) {
        return header != null
                && (header.strip().equals("*")
                        || Arrays.stream(header.split(","))
                                .map(String::strip)
                                .anyMatch(each -> weak(each).equals(tag)));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }
}
