package org.weiwang.address.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What each character becomes when text is folded: compatibility forms as NFKC has them but without
 * accents, lower case, radicals as the characters that they stand for, traditional as simplified
 * characters. What is neither letter, digit, dash nor # separates.
 */
final class FoldTable {
    /** Stands for a character that separates. */
    static final char SEPARATOR = 0;

    /** Stands for a character that becomes several, or is half of a surrogate pair. */
    static final char SEVERAL = 0xffff;

    private static final int BASIC = 0x10000;
    private static final char[] LIKE = table();

    private FoldTable() {}

    static char of(char c) {
        return LIKE[c];
    }

    /** The same of any code point, in which a separator may stand. Empty where nothing is left. */
    static String several(int codePoint) {
        StringBuilder folded = new StringBuilder();
        plain(codePoint)
                .codePoints()
                .forEach(
                        c -> {
                            if (c < BASIC) {
                                folded.append(LIKE[c] == SEVERAL ? SEPARATOR : LIKE[c]);
                            } else if (Character.isLetter(c)) {
                                folded.appendCodePoint(c);
                            }
                        });
        return folded.toString();
    }

    private static char[] table() {
        char[] like = new char[BASIC];
        for (int c = 0; c < BASIC; c++) {
            like[c] = (char) c;
        }
        CharTable.apply("radicals.txt", like);
        for (int c = 0; c < BASIC; c++) {
            boolean plainIdeograph = c >= 0x4e00 && c <= 0x9fff;
            if (!plainIdeograph && like[c] == c) {
                String plain = Character.isSurrogate((char) c) ? "??" : plain(c);
                like[c] =
                        plain.length() == 1
                                ? single(plain.charAt(0))
                                : plain.isEmpty() ? SEPARATOR : SEVERAL;
            }
        }
        CharTable.apply("simplified.txt", like);
        return like;
    }

    private static String plain(int codePoint) {
        String apart =
                Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        return Normalizer.normalize(letters, Normalizer.Form.NFKC);
    }

    private static char single(char c) {
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION -> '-';
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER ->
                    c;
            default -> c == '#' ? c : SEPARATOR;
        };
    }
}
