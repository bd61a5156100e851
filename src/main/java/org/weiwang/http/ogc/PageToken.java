package org.weiwang.http.ogc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/**
 * Where a page ended, for the next one. Opaque to clients.
 *
 * @param stamp of the state that all pages of a set are of
 * @param question of which they are, as {@link ItemsRequest#question}
 * @param matched how many features the selection has, counted once for all pages
 * @param after the id of the last feature
 */
record PageToken(String stamp, long question, long matched, String after) {
    static final String PARAMETER = "token";

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9A-Za-z.-]{1,80}):([0-9]{1,15}):([0-9]{1,15}):(.{1,200})", Pattern.DOTALL);

    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        String.join(
                                        ":",
                                        stamp,
                                        Long.toString(question),
                                        Long.toString(matched),
                                        after)
                                .getBytes(UTF_8));
    }

    /**
     * @throws ProblemException 400 when it is none, or one of another question
     */
    static PageToken decode(String text, long question) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
            if (form.matches() && Long.parseLong(form.group(2)) == question) {
                return new PageToken(
                        form.group(1), question, Long.parseLong(form.group(3)), form.group(4));
            }
        } catch (IllegalArgumentException e) {
            throw bad(); // Not Base64.
        }
        throw bad();
    }

    static ProblemException bad() {
        return Problem.badParameter(PARAMETER, "token is not one that a next link gave")
                .exception();
    }

    /** The state that the pages before were of is there no more. */
    static ProblemException gone() {
        return Problem.gone(
                        "What is in force has changed since the first page, which is longer ago than such pages are kept; begin again")
                .exception();
    }
}
