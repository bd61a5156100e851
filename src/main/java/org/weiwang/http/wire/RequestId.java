package org.weiwang.http.wire;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names one request in the answer, in the log, and at whoever asked. One that the client sends is
 * taken over, if it is such that it can be written anywhere.
 */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    private static final int LONGEST = 64;

    private RequestId() {}

    /**
     * @param sent null for none
     */
    public static String of(String sent) {
        return sent != null && isWellFormed(sent)
                ? sent
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static boolean isWellFormed(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean isSafe =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || c == '-'
                            || c == '_'
                            || c == '.';
            if (!isSafe) {
                return false;
            }
        }
        return true;
    }
}
