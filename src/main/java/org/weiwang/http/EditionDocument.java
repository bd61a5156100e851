package org.weiwang.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.EditionSummary.State;
import org.weiwang.grid.Level;
import org.weiwang.http.wire.Sight;

/**
 * An edition as documents tell of it. Times are ISO 8601, UTC.
 *
 * @param effectiveFrom null, as is publishedAt, where it was never published
 * @param publishedBy left out where the caller may not see it, as is scheduled
 */
record EditionDocument(
        String id,
        String district,
        String districtName,
        int number,
        State state,
        String createdAt,
        String effectiveFrom,
        String publishedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String publishedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> scheduled,
        Map<Level, Long> grids) {

    static EditionDocument of(EditionSummary summary, Sight sight) {
        return new EditionDocument(
                summary.edition().id(),
                summary.edition().district(),
                summary.districtName(),
                summary.edition().number(),
                summary.state(),
                summary.createdAt().toString(),
                text(summary.effectiveFrom()),
                text(summary.publishedAt()),
                sight.ofPlans() ? summary.publishedBy() : null,
                sight.ofPlans()
                        ? summary.scheduled().stream().map(Instant::toString).toList()
                        : null,
                summary.grids());
    }

    private static String text(Instant moment) {
        return Objects.toString(moment, null);
    }
}
