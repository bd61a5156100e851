package org.weiwang.circle.standard;

/**
 * A number and who says so.
 *
 * @param value in the unit that the figure's name says; null exactly when it is {@link Status#OPEN}
 * @param source empty only when it is {@link Status#OPEN}
 */
public record Figure(Double value, Status status, String source) {
    /**
     * @throws IllegalArgumentException when a value is there without being known, or the reverse
     */
    public Figure {
        if ((value == null) != (status == Status.OPEN)) {
            throw new IllegalArgumentException("the value " + value + " can't be " + status);
        }
    }
}
