package org.weiwang.address;

import java.util.List;

/**
 * A stretch of an address' text that says one thing.
 *
 * @param text as it was given, not folded
 * @param from the index of its first char in the given text
 * @param to the index behind its last
 * @param readings the ways to understand it, the likeliest first; one of kind UNKNOWN, whose value
 *     is the folded text, where nothing known explains it
 */
public record Element(String text, int from, int to, List<Reading> readings) {
    public Element {
        readings = List.copyOf(readings);
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("an element without a reading");
        }
    }

    /** The likeliest. */
    public Reading first() {
        return readings.get(0);
    }

    public boolean isUnknown() {
        return first().kind() == ElementKind.UNKNOWN;
    }

    /** Whether one of its readings is of the kind. */
    public boolean canBe(ElementKind kind) {
        return readings.stream().anyMatch(reading -> reading.kind() == kind);
    }
}
