package org.weiwang.assigning;

import java.util.ArrayList;
import java.util.List;

/** The columns that an answer adds to a row. */
final class AddedColumns {
    /** Those that hold codes, in order. */
    static final List<String> CODES = List.of("micro", "general", "community", "town", "dedicated");

    static final String OUTCOME = "outcome";

    /**
     * Where rows have addresses: how the text was found, how far to trust it, and what it means.
     */
    static final String MATCH = "match";

    static final String SCORE = "score";
    static final String FOUND = "found";
    static final List<String> OF_ADDRESSES = List.of(MATCH, SCORE, FOUND);

    /** Where bad rows are answered in place. */
    static final String REASON = "reason";

    private AddedColumns() {}

    static List<String> names(boolean withAddress, boolean withReason) {
        List<String> names = new ArrayList<>(CODES);
        names.add(OUTCOME);
        if (withAddress) {
            names.addAll(OF_ADDRESSES);
        }
        if (withReason) {
            names.add(REASON);
        }
        return names;
    }
}
