package org.weiwang.assigning;

/** What a CSV field is enclosed in that holds a delimiter, a line's end, or this mark, doubled. */
public enum Quoting {
    DOUBLE('"'),
    SINGLE('\''),
    /** Quotes are characters like any other. */
    NONE(Quoting.NO_BYTE);

    private static final int NO_BYTE = 256;

    private final int mark;

    Quoting(int mark) {
        this.mark = mark;
    }

    /** The byte, as it compares with bytes; equal to none where there is none. */
    int mark() {
        return mark;
    }

    /**
     * A text as one field: enclosed where it holds what would end it, or, where nothing encloses,
     * with blanks in place of that.
     */
    String field(String text, byte delimiter) {
        if (this == NONE) {
            return text.replace((char) delimiter, ' ').replace('\n', ' ').replace('\r', ' ');
        }
        boolean ends = text.chars().anyMatch(c -> c == delimiter || c == '\n' || c == '\r');
        String once = Character.toString(mark);
        return ends || text.contains(once) ? once + text.replace(once, once + once) + once : text;
    }

    /** The text of a quoted field, between its marks. */
    String unquoted(String text) {
        String once = Character.toString(mark);
        return text.replace(once + once, once);
    }
}
