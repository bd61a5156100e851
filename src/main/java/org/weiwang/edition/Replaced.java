package org.weiwang.edition;

import java.time.Instant;

/**
 * What a publisher takes to be in force in the district, or to come into force, and so to be
 * replaced.
 *
 * @param edition its id; null where nothing is in force
 */
public record Replaced(String edition) {
    /**
     * @param inForce id of the edition in force at the moment; null for none
     * @param moment null for now
     * @throws OutdatedException when it is another one
     */
    public void refuseOther(String inForce, Instant moment) throws OutdatedException {
        if (!equals(new Replaced(inForce))) {
            throw new OutdatedException(this, new Replaced(inForce), moment);
        }
    }

    @Override
    public String toString() {
        return edition == null ? "nothing" : "edition " + edition;
    }
}
