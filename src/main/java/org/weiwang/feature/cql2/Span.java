package org.weiwang.feature.cql2;

/**
 * A span of time with both its ends; of a moment they are the same.
 *
 * @param start of type TIMESTAMP
 * @param end of type TIMESTAMP
 */
public record Span(Value start, Value end) {
    static Span of(Value moment) {
        return new Span(moment, moment);
    }
}
