package org.weiwang.edition.checking;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weiwang.grid.check.Finding;
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
        byKind = java.util.Collections.unmodifiableMap(ordered);
    }

    static Map<FindingKind, Long> count(List<Finding> findings) {
        Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
        findings.forEach(finding -> counts.merge(finding.kind(), 1L, Long::sum));
        return counts;
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
