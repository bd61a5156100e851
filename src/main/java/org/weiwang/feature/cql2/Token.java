package org.weiwang.feature.cql2;

/**
 * A word of a filter in text form.
 *
 * @param text of a name or a number as written; of a quoted text or name without its quotes, and
 *     with what is escaped as it is meant
 * @param at its first character in the filter, from 1
 */
record Token(Kind kind, String text, int at) {
    enum Kind {
        NAME,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String keyword) {
        return kind == Kind.NAME && text.equalsIgnoreCase(keyword);
    }

    String place() {
        return "character " + at;
    }

    /** For messages. */
    String words() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "the text '" + text + "'";
            case NAME, QUOTED_NAME, NUMBER, SIGN -> text;
        };
    }
}
