package org.weiwang.assigning;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many rows came in and what came of them. Immutable.
 *
 * @param rowsIn rows read; blank lines are not rows
 * @param rowsOut rows written, those that were answered in place as rejected included
 * @param outcomes the count of each outcome
 * @param reading how a CSV input was found to be laid out: its encoding, delimiter, header and
 *     columns; empty for JSON
 */
public record Tally(long rowsIn, long rowsOut, Map<RowOutcome, Long> outcomes, String reading) {
    public Tally {
        outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    }

    public long rejected() {
        return outcomes.get(RowOutcome.REJECTED);
    }
}
