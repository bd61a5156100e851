package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.weiwang.edition.Assignments;
import org.weiwang.edition.Assignments.EditionAssignments;
import org.weiwang.edition.Assignments.Placing;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.Placed;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.Sight;

/** {@code GET /api/v1/editions/{id}/assignments}: how the addresses of an edition were placed. */
final class EditionAssignmentsHandler implements Handler {
    /**
     * @param dataSet version of the data set of addresses
     * @param placedAt ISO 8601, UTC
     */
    private record Summary(
            String edition,
            long dataSet,
            String placedAt,
            long total,
            long inside,
            long onBoundary,
            long outside,
            long noLocation) {}

    private final EditionStore editions;
    private final Assignments assignments;

    EditionAssignmentsHandler(EditionStore editions, Assignments assignments) {
        this.editions = editions;
        this.assignments = assignments;
    }

    @Override
    public void handle(Context context) throws NoSuchEditionException {
        Parameters.of(context);
        String id = context.pathParam("id");
        Sight sight = Sight.of(context);
        EditionAssignments found =
                editions.edition(id)
                        .filter(sight::shows)
                        .flatMap(edition -> assignments.ofEdition(id))
                        .orElseThrow(() -> new NoSuchEditionException(id));
        Placing last =
                found.last()
                        .orElseThrow(
                                () ->
                                        Problem.notFound(
                                                        "Edition "
                                                                + id
                                                                + " is not prepared: no addresses"
                                                                + " were placed in it")
                                                .exception());
        Placed placed = last.placed();
        Json.write(
                context,
                new Summary(
                        found.edition(),
                        last.dataSet(),
                        last.at().toString(),
                        placed.total(),
                        placed.inside(),
                        placed.onBoundary(),
                        placed.outside(),
                        placed.noLocation()));
    }
}
