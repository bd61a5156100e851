package org.weiwang.feature.cql2;

import java.util.Locale;

/**
 * Takes differences of case out of a text: two texts that differ in nothing else become the same
 * (Unicode's full case folding, in the version of the Java platform). Dotless ı is a letter of its
 * own.
 */
public final class CaseFolding {
    private static final int DOTTED_CAPITAL_I = 'İ';
    private static final int DOTLESS_I = 'ı';

    /** Ideographs, syllables and the like from here on have no case... */
    private static final int FIRST_OF_CJK = 0x2E80;

    /** ... until here. */
    private static final int AFTER_CJK = 0xA000;

    private CaseFolding() {}

    /** Thread-safe. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(folded, c));
        return folded.toString();
    }

    private static void append(StringBuilder folded, int c) {
        if (c < 0x80) {
            folded.append((char) Character.toLowerCase(c));
        } else if (c >= FIRST_OF_CJK && c < AFTER_CJK || c == DOTLESS_I) {
            folded.appendCodePoint(c);
        } else if (c == DOTTED_CAPITAL_I) {
            folded.append("i\u0307");
        } else {
            // Up after down, as some letters have several small forms, or several letters big.
            Character.toString(Character.toLowerCase(c))
                    .toUpperCase(Locale.ROOT)
                    .codePoints()
                    .map(Character::toLowerCase)
                    .forEach(folded::appendCodePoint);
        }
    }
}
