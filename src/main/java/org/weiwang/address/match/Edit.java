package org.weiwang.address.match;

import org.weiwang.address.text.Pinyin;

/**
 * The one slip that makes a name what was typed.
 *
 * @param typed the character that was typed; 0 where it was left out
 * @param named the character in its place; 0 where one too many was typed
 * @param at how many characters stand before it
 */
record Edit(Kind kind, int typed, int named, int at) {
    enum Kind {
        NONE,
        SUBSTITUTION,
        INSERTION,
        DELETION,
        TRANSPOSITION
    }

    private static final String TELLING_APART = "东南西北中上下前后左右内外大小新老一二三四五六七八九十百千";

    /** Null where one slip does not explain it. */
    static Edit between(String typed, String name) {
        int[] a = typed.codePoints().toArray();
        int[] b = name.codePoints().toArray();
        if (Math.abs(a.length - b.length) > 1) {
            return null;
        }
        int from = 0;
        while (from < a.length && from < b.length && a[from] == b[from]) {
            from++;
        }
        int aEnd = a.length;
        int bEnd = b.length;
        while (aEnd > from && bEnd > from && a[aEnd - 1] == b[bEnd - 1]) {
            aEnd--;
            bEnd--;
        }
        int more = aEnd - from;
        int less = bEnd - from;
        if (more == 0 && less == 0) {
            return new Edit(Kind.NONE, 0, 0, from);
        } else if (more == 1 && less == 1) {
            return new Edit(Kind.SUBSTITUTION, a[from], b[from], from);
        } else if (more == 1 && less == 0) {
            return new Edit(Kind.INSERTION, a[from], 0, from);
        } else if (more == 0 && less == 1) {
            return new Edit(Kind.DELETION, 0, b[from], from);
        } else if (more == 2 && less == 2 && a[from] == b[from + 1] && a[from + 1] == b[from]) {
            return new Edit(Kind.TRANSPOSITION, a[from], b[from], from);
        }
        return null;
    }

    /** Whether it is a character that sounds like the right one. */
    boolean soundsAlike() {
        return kind == Kind.SUBSTITUTION
                && Pinyin.soundAlike(Character.toString(typed), Character.toString(named));
    }

    /**
     * Whether what is left is enough to tell which name was meant. Two characters must be equal,
     * but one does where the other sounds alike. Characters that tell one name from its neighbours
     * (建设北路, 建设南路) are no slips, and one in front of a name may be the end of another.
     *
     * @param length of the name in characters
     */
    boolean decides(int length) {
        return switch (kind) {
            case NONE -> true;
            case SUBSTITUTION ->
                    !tellsApart(typed)
                            && (soundsAlike() ? length >= 2 : length >= 3 && !tellsApart(named));
            case INSERTION -> at > 0 && length >= 3 && !tellsApart(typed);
            case DELETION -> length >= 3 && !tellsApart(named);
            case TRANSPOSITION -> length >= 3;
        };
    }

    private static boolean tellsApart(int character) {
        return TELLING_APART.indexOf(character) >= 0
                || character < 0x80
                || Character.isDigit(character);
    }
}
