package org.weiwang.assigning;

/** Finds the elements of an array of JSON, by depth and quotes alone. */
final class JsonElements {
    private JsonElements() {}

    /**
     * Where the element that begins at {@code from} ends: at a comma, or at the bracket that closes
     * the array; {@code to} where it does not.
     */
    static int end(byte[] bytes, int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            switch (bytes[at]) {
                case '"' -> at = closingQuote(bytes, at + 1, to);
                case '{', '[' -> depth++;
                case '}' -> depth -= depth > 0 ? 1 : 0;
                case ']' -> {
                    if (depth == 0) {
                        return at;
                    }
                    depth--;
                }
                case ',' -> {
                    if (depth == 0) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        return to;
    }

    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isBlank(bytes[at])) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private static int closingQuote(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return at;
    }
}
