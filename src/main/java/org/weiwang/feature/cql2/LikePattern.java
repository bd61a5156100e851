package org.weiwang.feature.cql2;

import java.util.stream.IntStream;

/**
 * A pattern of LIKE. To match takes at most as many steps as the lengths of text and pattern
 * multiplied, whatever they are.
 */
final class LikePattern {
    private static final int ANY_TEXT = -1;
    private static final int ANY_ONE = -2;

    private final int[] wanted;

    /**
     * @param pattern as {@link Expression.Like} has it
     */
    LikePattern(String pattern) {
        IntStream.Builder parts = IntStream.builder();
        int[] characters = pattern.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            switch (characters[i]) {
                case '%' -> parts.add(ANY_TEXT);
                case '_' -> parts.add(ANY_ONE);
                case '\\' -> parts.add(characters[++i]);
                default -> parts.add(characters[i]);
            }
        }
        wanted = parts.build().toArray();
    }

    /** Whether the last backslash has nothing to stand before. */
    static boolean endsInEscape(String pattern) {
        int backslashes = 0;
        while (backslashes < pattern.length()
                && pattern.charAt(pattern.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    boolean matches(String text) {
        int at = 0;
        int part = 0;
        int lastAnyText = -1;
        int textThere = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (part < wanted.length && wanted[part] == ANY_TEXT) {
                lastAnyText = part++;
                textThere = at;
            } else if (part < wanted.length && (wanted[part] == ANY_ONE || wanted[part] == c)) {
                part++;
                at += Character.charCount(c);
            } else if (lastAnyText >= 0) {
                // What any text stands for must be longer by one.
                textThere += Character.charCount(text.codePointAt(textThere));
                at = textThere;
                part = lastAnyText + 1;
            } else {
                return false;
            }
        }
        while (part < wanted.length && wanted[part] == ANY_TEXT) {
            part++;
        }
        return part == wanted.length;
    }
}
