package org.weiwang.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a page ended, as it is given to clients for the next one: nothing that they can read. */
public final class PageTokens {
    public static final String PARAMETER = "token";

    private static final String BETWEEN = ":";

    private PageTokens() {}

    /**
     * @param parts none but the last with a colon
     */
    public static String encode(Object... parts) {
        String text =
                Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * @param form of the parts, each a group, with colons between
     * @return which has matched
     * @throws ProblemException 400 when it is no token of this form
     */
    public static Matcher decode(String token, Pattern form) {
        try {
            Matcher parts = form.matcher(new String(Base64.getUrlDecoder().decode(token), UTF_8));
            if (parts.matches()) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            throw bad(); // Not Base64.
        }
        throw bad();
    }

    public static ProblemException bad() {
        return Problem.badParameter(PARAMETER, "token is not one that a next link gave")
                .exception();
    }
}
