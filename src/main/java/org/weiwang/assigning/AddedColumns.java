package org.weiwang.assigning;

import java.util.ArrayList;
import java.util.List;

/** The columns that an answer adds to a row. */
final class AddedColumns {
    /** Those that hold codes, in order. */
    static final List<String> CODES = List.of("micro", "general", "community", "town", "dedicated");

    static final String OUTCOME = "outcome";

    /** Where bad rows are answered in place. */
    static final String REASON = "reason";

    private AddedColumns() {}

    static List<String> names(boolean withReason) {
        List<String> names = new ArrayList<>(CODES);
        names.add(OUTCOME);
        if (withReason) {
            names.add(REASON);
        }
        return names;
    }
}
