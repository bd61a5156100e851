package org.weiwang.edition;

import java.time.Instant;

/** Something else is or would be replaced than the publisher expects; nothing changed. */
public final class OutdatedException extends ConflictException {
    private static final long serialVersionUID = 1;

    private final String inForce;

    /**
     * @param moment from which it was to be replaced; null for now
     */
    OutdatedException(Replaced expected, Replaced found, Instant moment) {
        super(
                "%s is in force %s, not %s; nothing was published"
                        .formatted(found, moment == null ? "now" : "at " + moment, expected));
        this.inForce = found.edition();
    }

    /** Id of the edition in force then; null where nothing is. */
    public String inForce() {
        return inForce;
    }
}
