package org.weiwang.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.List;
import org.weiwang.access.Role;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.Publication;

/** {@code GET /api/v1/editions/{id}}: one edition with its publications, newest first. */
final class EditionHandler implements Handler {
    /**
     * @param report of its import, for planners
     */
    private record Document(
            @JsonUnwrapped EditionDocument edition,
            List<PublicationDocument> publications,
            @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) String report) {}

    private record PublicationDocument(
            String effectiveFrom,
            String publishedAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String publishedBy) {}

    private final EditionStore store;
    private final Clock clock = Clock.systemUTC();

    EditionHandler(EditionStore store) {
        this.store = store;
    }

    @Override
    public void handle(Context context) {
        Parameters.of(context);
        String id = context.pathParam("id");
        Caller caller = Caller.of(context);
        EditionSummary summary =
                store.edition(id)
                        .filter(found -> EditionDocument.mayBeSeen(found, caller))
                        .orElseThrow(() -> EditionDocument.notFound(id));
        Json.write(
                context,
                new Document(
                        EditionDocument.of(summary, caller),
                        store.publications(summary.edition().district()).stream()
                                .filter(one -> one.edition().equals(summary.edition()))
                                .filter(one -> mayBeSeen(one, caller))
                                .map(one -> describe(one, caller))
                                .toList(),
                        caller.may(Role.PLANNER) ? store.report(id).orElse(null) : null));
    }

    /** What is to come into force is for planners to know. */
    private boolean mayBeSeen(Publication publication, Caller caller) {
        return caller.may(Role.PLANNER) || !publication.effectiveFrom().isAfter(clock.instant());
    }

    private static PublicationDocument describe(Publication publication, Caller caller) {
        return new PublicationDocument(
                publication.effectiveFrom().toString(),
                publication.publishedAt().toString(),
                caller.may(Role.PLANNER) ? publication.publishedBy() : null);
    }
}
