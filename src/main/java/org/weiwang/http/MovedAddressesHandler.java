package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.weiwang.address.Address;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.comparing.Comparer;
import org.weiwang.edition.comparing.Comparison;
import org.weiwang.edition.comparing.DistrictsDifferException;
import org.weiwang.edition.comparing.MovedAddress;
import org.weiwang.edition.comparing.NotNowException;
import org.weiwang.edition.comparing.format.ComparisonFormat;
import org.weiwang.edition.comparing.format.MovedAddressesCsv;
import org.weiwang.grid.Grid;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.TableFormat;

/**
 * {@code GET /api/v1/editions/{a}/compare/{b}/addresses}: the addresses in force that have another
 * responsible grid in b than in a; as JSON page by page, as CSV all of them.
 */
final class MovedAddressesHandler implements Handler {
    /** Each holds a connection while the file is written, and the file until it is read. */
    private static final int FILES_AT_ONCE = 2;

    /**
     * @param total of all pages
     * @param next token of the next page, null on the last
     */
    private record Page(String from, String to, long total, List<Entry> addresses, String next) {}

    /**
     * @param from null outside, as is to
     */
    private record Entry(
            String id, String text, double lon, double lat, Integer households, Ref from, Ref to) {}

    private final Comparing comparing;
    private final Comparer comparer;
    private final Path folder;
    private final Semaphore writing = new Semaphore(FILES_AT_ONCE);

    /**
     * @param folder where a file waits until it is whole; made where it is missing
     */
    MovedAddressesHandler(Comparing comparing, Comparer comparer, Path folder) {
        this.comparing = comparing;
        this.comparer = comparer;
        this.folder = folder;
    }

    @Override
    public void handle(Context context)
            throws IOException, NoSuchEditionException, DistrictsDifferException, NotNowException {
        Parameters parameters = Parameters.of(context, TableFormat.PARAMETER, "limit", "token");
        if (TableFormat.isCsv(parameters)) {
            refusePaging(parameters);
            file(context);
        } else {
            page(context, ItemsQuery.parse(parameters));
        }
    }

    private void page(Context context, ItemsQuery query)
            throws NoSuchEditionException, DistrictsDifferException, NotNowException {
        Comparison comparison = comparing.of(context);
        // One more than asked for shows that another page follows.
        List<MovedAddress> found =
                comparer.moved(comparison, query.afterAddress(), query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<MovedAddress> page = more ? found.subList(0, query.limit()) : found;
        Long dataSet = comparison.pair().dataSet();
        Json.write(
                context,
                new Page(
                        comparison.from(),
                        comparison.to(),
                        comparison.addressesMoved(),
                        page.stream().map(MovedAddressesHandler::entry).toList(),
                        query.next(dataSet == null ? 0 : dataSet, more, page, MovedAddress::id)));
    }

    private static Entry entry(MovedAddress moved) {
        Address address = moved.address();
        return new Entry(
                moved.id().toString(),
                address.text(),
                address.point().lon(),
                address.point().lat(),
                address.households(),
                ref(moved.flow().from()),
                ref(moved.flow().to()));
    }

    private static Ref ref(Grid grid) {
        return grid == null ? null : Ref.withLevel(grid);
    }

    private static void refusePaging(Parameters parameters) {
        for (String name : List.of("limit", "token")) {
            if (parameters.has(name)) {
                throw Problem.badParameter(name, "%s is for pages of JSON".formatted(name))
                        .exception();
            }
        }
    }

    /** Written whole before it is sent, so that the status tells of all of it. */
    private void file(Context context)
            throws IOException, NoSuchEditionException, DistrictsDifferException, NotNowException {
        Comparison comparison = comparing.of(context);
        Spool rows =
                Spool.of(
                        folder,
                        writing,
                        FILES_AT_ONCE
                                + " lists of addresses are being written or read; ask again later");
        try {
            MovedAddressesCsv csv = new MovedAddressesCsv(rows.out());
            comparer.eachMoved(comparison, csv::add);
            csv.flush();
            context.header(
                    "Content-Disposition",
                    "attachment; filename=\"%s_%s_addresses.csv\""
                            .formatted(comparison.from(), comparison.to()));
            context.contentType(ComparisonFormat.CSV.contentType()).result(rows.in());
        } catch (IOException | RuntimeException | NotNowException e) {
            rows.close();
            throw e;
        }
    }
}
