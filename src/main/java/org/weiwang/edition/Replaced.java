package org.weiwang.edition;

/**
 * What a publisher takes to be in force in the district, and so to be replaced.
 *
 * @param edition its id; null where nothing is in force
 */
public record Replaced(String edition) {
    /**
     * @param inForce id of the edition in force; null for none
     * @throws OutdatedException when it is another one
     */
    void refuseOther(String inForce) throws OutdatedException {
        if (!equals(new Replaced(inForce))) {
            throw new OutdatedException(this, new Replaced(inForce));
        }
    }

    @Override
    public String toString() {
        return edition == null ? "nothing" : "edition " + edition;
    }
}
