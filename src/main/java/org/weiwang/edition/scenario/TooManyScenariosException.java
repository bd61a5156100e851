package org.weiwang.edition.scenario;

import org.weiwang.edition.ConflictException;

/** As many scenarios are kept as can be; nothing changed. */
public final class TooManyScenariosException extends ConflictException {
    private static final long serialVersionUID = 1;

    public TooManyScenariosException() {
        super(
                "%d scenarios are kept already, which is the most; delete one first"
                        .formatted(ScenarioStore.MOST));
    }
}
