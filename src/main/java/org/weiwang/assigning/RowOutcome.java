package org.weiwang.assigning;

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
    /** No address has the row's text. */
    NOT_FOUND,
    /** Several addresses have the row's text. */
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
}
