package org.weiwang.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.weiwang.access.Role;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.EditionSummary.State;
import org.weiwang.grid.Level;

/**
 * An edition as documents tell of it. Times are ISO 8601, UTC.
 *
 * @param effectiveFrom null, as is publishedAt, where it was never published
 * @param publishedBy left out where the caller may not see it
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
        Map<Level, Long> grids) {

    static EditionDocument of(EditionSummary summary, Caller caller) {
        return new EditionDocument(
                summary.edition().id(),
                summary.edition().district(),
                summary.districtName(),
                summary.edition().number(),
                summary.state(),
                summary.createdAt().toString(),
                text(summary.effectiveFrom()),
                text(summary.publishedAt()),
                caller.may(Role.PLANNER) ? summary.publishedBy() : null,
                summary.grids());
    }

    /** Whether the caller may know of the edition: everyone of what is or was in force. */
    static boolean mayBeSeen(EditionSummary summary, Caller caller) {
        return caller.may(Role.PLANNER)
                || summary.state() == State.PUBLISHED
                || summary.state() == State.RETIRED;
    }

    static ProblemException notFound(String id) {
        return Problem.notFound("There is no edition " + id).exception();
    }

    private static String text(Instant moment) {
        return Objects.toString(moment, null);
    }
}
