package org.weiwang.geo.file;

/** How large one record may be, lest a file that lies takes all memory. */
final class Bounds {
    /** As many as the outlines of all counties of a province have, simplified for a web map. */
    static final int POSITIONS = 1_000_000;

    /** That many positions with heights and measures, and their attributes. */
    static final int RECORD_BYTES = 64 << 20;

    static final int FIELDS = 1_000;

    /** Characters of a value; spreadsheets hold 32,767 in a cell. */
    static final int TEXT = 1 << 16;

    private Bounds() {}

    /**
     * @throws IllegalArgumentException when the text is too long
     */
    static String text(String name, String value) {
        if (value.length() > TEXT) {
            throw new IllegalArgumentException(
                    "its attribute %s is longer than %d characters".formatted(name, TEXT));
        }
        return value.strip();
    }
}
