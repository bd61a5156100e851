package org.weiwang.circle.standard;

/**
 * Two numbers, the smaller first or both the same, and who says so.
 *
 * @param from in the unit that the range's name says; null exactly when it is {@link Status#OPEN}
 * @param to likewise
 * @param source empty only when it is {@link Status#OPEN}
 */
public record Range(Double from, Double to, Status status, String source) {
    /**
     * @throws IllegalArgumentException when a value is there without being known, or the reverse
     */
    public Range {
        boolean open = status == Status.OPEN;
        if ((from == null) != open || (to == null) != open) {
            throw new IllegalArgumentException(from + " to " + to + " can't be " + status);
        }
    }
}
