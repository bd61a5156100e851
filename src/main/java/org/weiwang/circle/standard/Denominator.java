package org.weiwang.circle.standard;

/**
 * What the shares of those served are of. All are computed; this says who takes one.
 *
 * @param status {@link Status#OPEN} where it is not known that anyone takes it
 */
public record Denominator(Of of, Status status, String source) {
    /** The things that are counted. */
    public enum Of {
        HOUSEHOLDS,
        ADDRESSES,
        /** Square metres of residential land. */
        AREA
    }
}
