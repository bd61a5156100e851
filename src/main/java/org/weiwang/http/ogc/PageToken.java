package org.weiwang.http.ogc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.http.wire.PageTokens;
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
    static final String PARAMETER = PageTokens.PARAMETER;

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9A-Za-z.-]{1,80}):([0-9]{1,15}):([0-9]{1,15}):(.{1,200})", Pattern.DOTALL);

    String encode() {
        return PageTokens.encode(stamp, question, matched, after);
    }

    /**
     * @throws ProblemException 400 when it is none, or one of another question
     */
    static PageToken decode(String text, long question) {
        Matcher parts = PageTokens.decode(text, FORM);
        if (Long.parseLong(parts.group(2)) != question) {
            throw PageTokens.bad();
        }
        return new PageToken(
                parts.group(1), question, Long.parseLong(parts.group(3)), parts.group(4));
    }

    static ProblemException bad() {
        return PageTokens.bad();
    }

    /** The state that the pages before were of is there no more. */
    static ProblemException gone() {
        return Problem.gone(
                        "What is in force has changed since the first page, which is longer ago than such pages are kept; begin again")
                .exception();
    }
}
