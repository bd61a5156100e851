package org.weiwang.address;

/**
 * An element of a text that was looked for.
 *
 * @param value what it was understood as; the canonical value of the address where it is corrected
 * @param text as it was given
 * @param from the index of its first char in the given text
 * @param to the index behind its last
 */
public record CheckedElement(
        ElementKind kind, String value, String text, int from, int to, State state) {
    /** What became of it. */
    public enum State {
        VALID,
        CORRECTED,
        /** There is no such place there. */
        INVALID,
        /** The data say nothing of it, such as a room where they end at units. */
        UNCHECKED
    }
}
