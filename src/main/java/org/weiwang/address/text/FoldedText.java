package org.weiwang.address.text;

import java.util.Arrays;

/**
 * A text without its separators, every way of typing a character as one, with where each character
 * comes from. Between two digits a separator is a dash (50、7号 is not 507号). Folding a folded text
 * changes nothing. Immutable and thread-safe.
 */
public final class FoldedText implements CharSequence {
    private static final char DASH = '-';

    private final char[] chars;
    private final int[] from;
    private final int[] to;
    private final int length;
    private final int read;

    private FoldedText(Folding folding) {
        chars = folding.chars;
        from = folding.from;
        to = folding.to;
        length = folding.length;
        read = folding.at;
    }

    /** Of a whole text, however long. */
    public static FoldedText of(String given) {
        return of(given, Integer.MAX_VALUE);
    }

    /** Of a text's beginning, in which about so many characters stay. */
    public static FoldedText of(String given, int most) {
        Folding folding = new Folding(given);
        while (folding.at < given.length() && folding.length < most) {
            folding.step();
        }
        return new FoldedText(folding);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    /** Where in the given text the character begins. */
    public int from(int index) {
        return from[index];
    }

    /** Where in the given text the character ends. */
    public int to(int index) {
        return to[index];
    }

    /** How many chars of the given text were read. */
    public int read() {
        return read;
    }

    /** Whether something separates the character from the one before it. */
    public boolean isApart(int index) {
        return index > 0 && from[index] > to[index - 1];
    }

    @Override
    public String subSequence(int begin, int end) {
        return new String(chars, begin, end - begin);
    }

    @Override
    public String toString() {
        return subSequence(0, length);
    }

    /** Whether it is one of the digits that folding leaves. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static final class Folding {
        private final String given;
        private char[] chars;
        private int[] from;
        private int[] to;
        private int length;
        private int at;

        /** Where separators began that stand behind a digit; -1 where none do. */
        private int behindDigit = -1;

        Folding(String given) {
            this.given = given;
            int room = Math.min(given.length(), 256);
            chars = new char[room];
            from = new int[room];
            to = new int[room];
        }

        void step() {
            char c = FoldTable.of(given.charAt(at));
            if (c == FoldTable.SEVERAL) {
                int codePoint = given.codePointAt(at);
                String several = FoldTable.several(codePoint);
                int end = at + Character.charCount(codePoint);
                for (int i = 0; i < several.length(); i++) {
                    takeOrSeparate(several.charAt(i), end);
                }
                if (several.isEmpty()) {
                    separate();
                }
                at = end;
            } else {
                takeOrSeparate(c, at + 1);
                at++;
            }
        }

        private void takeOrSeparate(char c, int end) {
            if (c == FoldTable.SEPARATOR) {
                separate();
            } else {
                take(c, end);
            }
        }

        private void separate() {
            if (behindDigit < 0 && length > 0 && isDigit(chars[length - 1])) {
                behindDigit = at;
            }
        }

        private void take(char c, int end) {
            boolean dashed = length > 0 && chars[length - 1] == DASH;
            if (c == DASH) {
                if (!dashed) {
                    put(DASH, at, end);
                }
            } else {
                if (behindDigit >= 0 && isDigit(c) && !dashed) {
                    put(DASH, behindDigit, behindDigit == at ? end : at);
                }
                put(c, at, end);
            }
            behindDigit = -1;
        }

        private void put(char c, int begin, int end) {
            if (length == chars.length) {
                int room = length * 2 + 8;
                chars = Arrays.copyOf(chars, room);
                from = Arrays.copyOf(from, room);
                to = Arrays.copyOf(to, room);
            }
            chars[length] = c;
            from[length] = begin;
            to[length] = end;
            length++;
        }
    }
}
