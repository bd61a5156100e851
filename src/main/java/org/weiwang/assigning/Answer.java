package org.weiwang.assigning;

import org.weiwang.atlas.Found;
import org.weiwang.grid.Place;

/** What comes of a row; used again for the next, by one thread. */
final class Answer {
    /** Null where it is not known where the row is. */
    private Place place;

    /** Null where the row was not looked up by an address. */
    private Found found;

    private RowOutcome outcome;

    /** Why the row is rejected; null when it is not. */
    private String reason;

    void placed(Place place) {
        set(RowOutcome.of(place.outcome()), place, null, null);
    }

    void found(Found found) {
        if (found.placement() == null) {
            set(RowOutcome.of(found.match().kind()), null, found, null);
        } else {
            Place at = found.placement().place();
            set(RowOutcome.of(at.outcome()), at, found, null);
        }
    }

    void hasNoLocation() {
        set(RowOutcome.NO_LOCATION, null, null, null);
    }

    void rejected(String reason) {
        set(RowOutcome.REJECTED, null, null, reason);
    }

    private void set(RowOutcome outcome, Place place, Found found, String reason) {
        this.outcome = outcome;
        this.place = place;
        this.found = found;
        this.reason = reason;
    }

    /** Null where the row was not looked up by an address. */
    Found found() {
        return found;
    }

    RowOutcome outcome() {
        return outcome;
    }

    String reason() {
        return reason;
    }

    boolean isRejected() {
        return reason != null;
    }

    /** The code in a column of {@link AddedColumns}; null where there is none. */
    String code(int column) {
        if (place == null) {
            return null;
        }
        return switch (column) {
            case 0 -> place.micro() == null ? null : place.micro().code();
            case 1 -> place.general() == null ? null : place.general().code();
            case 2 -> place.community() == null ? null : place.community().code();
            case 3 -> place.town() == null ? null : place.town().code();
            default -> place.dedicated() == null ? null : place.dedicated().code();
        };
    }
}
