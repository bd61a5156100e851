package org.weiwang.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;
import org.weiwang.access.Role;
import org.weiwang.http.Operation;

/**
 * A request as it goes over the wire.
 *
 * @param number in the run, from which it can be made anew
 * @param operation that it began as
 * @param method as sent
 * @param path likewise, without the query
 * @param role of whose token it has; null for nobody
 * @param hasAuthorization whether it has a token or what should be one
 * @param isSound whether head and length of the body are as HTTP has them, so that there must be an
 *     answer
 * @param ends whether the client says after it that nothing follows
 */
record FuzzRequest(
        long number,
        Operation operation,
        String method,
        String path,
        Role role,
        boolean hasAuthorization,
        boolean isSound,
        boolean ends,
        byte[] bytes) {
    private static final int SHOWN = 3_000;

    /** What may lead elsewhere. */
    private static final Pattern WINDING =
            Pattern.compile("/\\.{0,2}(/|$)|;|%2[ef]|%5c", Pattern.CASE_INSENSITIVE);

    /** Whether it asks for what the operation is. */
    boolean isOfOperation() {
        return isSound
                && method.equalsIgnoreCase(operation.method())
                && path.matches(operation.path().replaceAll("\\{[A-Za-z]+}", "[^/]+"))
                && !WINDING.matcher(path).find();
    }

    /** With all that is not printable escaped. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        String latin = new String(bytes, 0, Math.min(bytes.length, SHOWN), ISO_8859_1);
        for (char c : latin.toCharArray()) {
            text.append(
                    c == '\n' || (c >= ' ' && c < 0x7f)
                            ? Character.toString(c)
                            : "\\x%02x".formatted((int) c));
        }
        return "request %d (%s, %d bytes)%n%s"
                .formatted(number, operation, bytes.length, text.toString().replace("\\x0d", ""));
    }
}
