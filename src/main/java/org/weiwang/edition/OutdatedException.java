package org.weiwang.edition;

/** Something else is in force than the publisher takes to be; nothing changed. */
public final class OutdatedException extends ConflictException {
    private static final long serialVersionUID = 1;

    private final String inForce;

    OutdatedException(Replaced expected, Replaced found) {
        super("%s is in force now, not %s; nothing was published".formatted(found, expected));
        this.inForce = found.edition();
    }

    /** Id of the edition in force; null where nothing is. */
    public String inForce() {
        return inForce;
    }
}
