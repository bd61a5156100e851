package org.weiwang.assigning;

import org.weiwang.address.AddressMatch;
import org.weiwang.grid.Outcome;

/** What came of a row. */
public enum RowOutcome {
    /** As {@link Outcome#INSIDE}. */
    INSIDE,
    /** As {@link Outcome#ON_BOUNDARY}. */
    ON_BOUNDARY,
    /** As {@link Outcome#OUTSIDE}. */
    OUTSIDE,
    /** The row has neither a position nor an address, or its address has no location. */
    NO_LOCATION,
    /** Nothing of the row's address can be found. */
    NOT_FOUND,
    /** Some of the row's address is not there, and what it may mean is not in the same grids. */
    PARTIAL,
    /** The row's address may mean several, which are not in the same grids. */
    AMBIGUOUS,
    /** The row can't be understood. */
    REJECTED;

    static RowOutcome of(Outcome outcome) {
        return switch (outcome) {
            case INSIDE -> INSIDE;
            case ON_BOUNDARY -> ON_BOUNDARY;
            case OUTSIDE -> OUTSIDE;
            case NO_LOCATION -> NO_LOCATION;
        };
    }

    /** Of an address whose grids are not certain. */
    static RowOutcome of(AddressMatch.Kind match) {
        return switch (match) {
            case NOT_FOUND -> NOT_FOUND;
            case PARTIAL -> PARTIAL;
            case AMBIGUOUS -> AMBIGUOUS;
            case EXACT, CORRECTED ->
                    throw new IllegalStateException("one address is meant, and has no placement");
        };
    }
}
