package org.weiwang.edition.checking;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.weiwang.grid.check.FindingKind;
import org.weiwang.grid.check.Severity;

/**
 * How much was found in an edition.
 *
 * @param checkedAt when it was looked for
 * @param byKind those kinds of which there is something, in their order
 */
public record Findings(Instant checkedAt, Map<FindingKind, Long> byKind) {
    public Findings {
        EnumMap<FindingKind, Long> ordered = new EnumMap<>(FindingKind.class);
        ordered.putAll(byKind);
        byKind = Collections.unmodifiableMap(ordered);
    }

    public long errors() {
        return count(Severity.ERROR);
    }

    public long warnings() {
        return count(Severity.WARNING);
    }

    private long count(Severity severity) {
        return byKind.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == severity)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
