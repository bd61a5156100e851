package org.weiwang.http.circle;

import org.weiwang.circle.standard.Rule;
import org.weiwang.edition.scenario.Entry;
import org.weiwang.edition.scenario.Heading;

/**
 * What is known of a kept scenario beside its plan, as documents show it. Times are ISO 8601, UTC.
 */
record KeptDocument(
        long id,
        String name,
        String note,
        String standard,
        String profile,
        Rule rule,
        String createdBy,
        String createdAt,
        String changedBy,
        String changedAt) {
    static KeptDocument of(Entry entry) {
        Heading heading = entry.heading();
        return new KeptDocument(
                entry.id(),
                heading.name(),
                heading.note(),
                heading.standard(),
                heading.profile(),
                heading.rule(),
                entry.created().by(),
                entry.created().at().toString(),
                entry.changed().by(),
                entry.changed().at().toString());
    }
}
