package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.weiwang.address.Address;
import org.weiwang.edition.Assignments;
import org.weiwang.edition.Assignments.GridAddress;
import org.weiwang.edition.Assignments.GridAddresses;
import org.weiwang.edition.layer.NotPlacedException;
import org.weiwang.grid.Outcome;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;

/** {@code GET /api/v1/grids/{code}/addresses}: the stored addresses of a grid, page by page. */
final class GridAddressesHandler implements Handler {
    /**
     * @param total of all pages
     * @param next token of the next page, null on the last
     */
    private record Page(
            String grid, String edition, long total, List<Entry> addresses, String next) {}

    /**
     * @param lon null, as is lat, where the address has no location
     */
    private record Entry(
            String id,
            String text,
            Double lon,
            Double lat,
            Integer households,
            Outcome outcome,
            String micro,
            String dedicated) {}

    private final Assignments assignments;

    GridAddressesHandler(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public void handle(Context context) {
        ItemsQuery query = ItemsQuery.parse(Parameters.of(context, "limit", "token"));
        String code = context.pathParam("code");
        GridAddresses found =
                assignments
                        .ofGrid(code, query.afterAddress(), query.limit())
                        .orElseThrow(
                                () ->
                                        Problem.notFound("No grid in force has the code " + code)
                                                .exception());
        if (!found.placed()) {
            throw new NotPlacedException(found.edition());
        }
        // Before the data set, which may have been superseded since the page before.
        String next = query.next(found.version(), found.more(), found.page(), GridAddress::id);
        query.refuseOtherThan(found.dataSet());
        Json.write(
                context,
                new Page(
                        found.grid(),
                        found.edition(),
                        found.total(),
                        found.page().stream().map(GridAddressesHandler::entry).toList(),
                        next));
    }

    private static Entry entry(GridAddress found) {
        Address address = found.address();
        return new Entry(
                found.id().toString(),
                address.text(),
                address.point() == null ? null : address.point().lon(),
                address.point() == null ? null : address.point().lat(),
                address.households(),
                found.outcome(),
                found.micro(),
                found.dedicated());
    }
}
