package org.weiwang.edition.scenario;

import org.weiwang.edition.ConflictException;

/** Another scenario has the name; nothing changed. */
public final class NameTakenException extends ConflictException {
    private static final long serialVersionUID = 1;

    private final long id;

    /**
     * @param id of the one that has it
     */
    public NameTakenException(long id, String name) {
        super("scenario %d has the name \"%s\" already".formatted(id, name));
        this.id = id;
    }

    /** Of the one that has it. */
    public long id() {
        return id;
    }
}
