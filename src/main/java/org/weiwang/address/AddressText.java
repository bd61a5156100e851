package org.weiwang.address;

import java.text.Normalizer;
import java.util.Locale;

/** The form of an address' text in which two ways of typing it are the same. */
public final class AddressText {
    /** How many characters a text may have that is looked up. */
    public static final int LONGEST = 200;

    /** Those that all districts lie in. */
    public static final String PROVINCE = "四川省";

    public static final String CITY = "成都市";

    private AddressText() {}

    /**
     * The key of an address: full-width forms narrowed (NFKC), lower case, 號 as 号, one kind of
     * dash, which also stands for any other separator between two digits (50、7号 is not 507号), no
     * white space or other punctuation, and without the province and city in front. Empty when
     * nothing is left.
     */
    public static String key(String text) {
        String narrow =
                isNarrow(text)
                        ? text
                        : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(narrow.length());
        int next;
        for (int i = 0; i < narrow.length(); i = next) {
            int end = endOfSeparators(narrow, i);
            if (end > i) {
                separate(key, narrow, i, end);
                next = end;
            } else {
                int character = narrow.codePointAt(i);
                key.appendCodePoint(character == '號' ? '号' : character);
                next = i + Character.charCount(character);
            }
        }
        return withoutProvinceAndCity(key.toString());
    }

    /** Whether every character stays as it is when narrowed: most texts need not be normalised. */
    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c < 0x7f && !(c >= 'A' && c <= 'Z');
            boolean unifiedIdeograph = c >= 0x4e00 && c <= 0x9fff;
            if (!plain && !unifiedIdeograph) {
                return false;
            }
        }
        return true;
    }

    private static int endOfSeparators(String text, int from) {
        int at = from;
        while (at < text.length() && isSeparator(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isSeparator(int c) {
        if (c < 0x80) {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c > ' ' && c < 0x7f && !isWord(c));
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    private static boolean isWord(int ascii) {
        return isDigit(ascii) || (ascii >= 'a' && ascii <= 'z') || (ascii >= 'A' && ascii <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Keeps of a run of separators its dashes; between two digits one dash, whatever it was. */
    private static void separate(StringBuilder key, String text, int from, int to) {
        boolean afterDigit = from > 0 && isDigit(text.charAt(from - 1));
        if (afterDigit && to < text.length() && isDigit(text.charAt(to))) {
            key.append('-');
            return;
        }
        text.substring(from, to)
                .codePoints()
                .filter(c -> Character.getType(c) == Character.DASH_PUNCTUATION)
                .forEach(dash -> key.append('-'));
    }

    /** The name of the city alone is an address too: something is always left. */
    private static String withoutProvinceAndCity(String key) {
        int start = 0;
        for (String name : new String[] {PROVINCE, CITY}) {
            if (key.startsWith(name, start) && key.length() > start + name.length()) {
                start += name.length();
            }
        }
        return key.substring(start);
    }
}
