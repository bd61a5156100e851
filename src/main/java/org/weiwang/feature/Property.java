package org.weiwang.feature;

import java.util.List;
import java.util.Objects;

/**
 * A property that the features of a layer have, or of which they have none.
 *
 * @param name as it is written everywhere; letters of ASCII, camel case
 * @param title in Chinese
 * @param type of its values
 * @param values the only ones that there are; empty where there may be others
 */
public record Property(String name, String title, Type type, List<String> values) {
    /** What a value is: in Java, and so in every format. */
    public enum Type {
        /** {@link String}. */
        STRING,
        /** {@link Integer} or {@link Long}. */
        INTEGER,
        /** {@link Double}. */
        NUMBER,
        /** {@link Boolean}. */
        BOOLEAN,
        /** {@link java.time.Instant}: a moment, to the millisecond at most. */
        TIMESTAMP
    }

    public Property {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(type);
        values = List.copyOf(values);
    }

    public Property(String name, String title, Type type) {
        this(name, title, type, List.of());
    }
}
