package org.weiwang.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.Publication;
import org.weiwang.edition.checking.CheckStore;
import org.weiwang.edition.checking.Findings;
import org.weiwang.grid.check.FindingKind;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Sight;

/** {@code GET /api/v1/editions/{id}}: one edition with its publications, newest first. */
final class EditionHandler implements Handler {
    /**
     * @param findings what is wrong with it, by kind; left out where it was never checked
     * @param report of its import, for planners
     */
    private record Document(
            @JsonUnwrapped EditionDocument edition,
            List<PublicationDocument> publications,
            @JsonInclude(JsonInclude.Include.NON_NULL) FindingsDocument findings,
            @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) String report) {}

    private record PublicationDocument(
            String effectiveFrom,
            String publishedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String publishedBy) {}

    private record FindingsDocument(
            String checkedAt, long errors, long warnings, Map<FindingKind, Long> kinds) {
        static FindingsDocument of(Findings findings) {
            return new FindingsDocument(
                    findings.checkedAt().toString(),
                    findings.errors(),
                    findings.warnings(),
                    findings.byKind());
        }
    }

    private final EditionStore store;
    private final CheckStore checks;
    private final Clock clock = Clock.systemUTC();

    EditionHandler(EditionStore store, CheckStore checks) {
        this.store = store;
        this.checks = checks;
    }

    @Override
    public void handle(Context context) throws NoSuchEditionException {
        Parameters.of(context);
        String id = context.pathParam("id");
        Sight sight = Sight.of(context);
        EditionSummary summary =
                store.edition(id)
                        .filter(sight::shows)
                        .orElseThrow(() -> new NoSuchEditionException(id));
        Json.write(
                context,
                new Document(
                        EditionDocument.of(summary, sight),
                        store.publications(summary.edition().district()).stream()
                                .filter(one -> one.edition().equals(summary.edition()))
                                .filter(one -> mayBeSeen(one, sight))
                                .map(one -> describe(one, sight))
                                .toList(),
                        checks.findings(summary.edition()).map(FindingsDocument::of).orElse(null),
                        sight.ofPlans() ? store.report(id).orElse(null) : null));
    }

    /** What is to come into force is for planners to know. */
    private boolean mayBeSeen(Publication publication, Sight sight) {
        return sight.ofPlans() || !publication.effectiveFrom().isAfter(clock.instant());
    }

    private static PublicationDocument describe(Publication publication, Sight sight) {
        return new PublicationDocument(
                publication.effectiveFrom().toString(),
                publication.publishedAt().toString(),
                sight.ofPlans() ? publication.publishedBy() : null);
    }
}
