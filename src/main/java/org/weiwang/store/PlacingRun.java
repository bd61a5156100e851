package org.weiwang.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Placed;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Member;
import org.weiwang.grid.Outcome;
import org.weiwang.grid.Place;
import org.weiwang.grid.Placer;

/**
 * Places the addresses of a data set in the grids of an edition and writes what came of it. The
 * addresses are read, placed and written piece by piece, so that memory does not grow with them.
 */
final class PlacingRun {
    private static final int PIECE = 50_000;

    private static final String COLUMNS =
            "edition, data_set, address, outcome, micro, general, community, town, dedicated";

    private static final int WIDTH = COLUMNS.split(",").length;

    private final Connection connection;
    private final Edition edition;
    private final long dataSet;
    private final String table;
    private final Placer placer;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    private final int[] numbers = new int[PIECE];
    private final LonLat[] points = new LonLat[PIECE];
    private final Place[] places = new Place[PIECE];
    private int size;

    private PlacingRun(Connection connection, Edition edition, long dataSet, String table)
            throws SQLException {
        this.connection = connection;
        this.edition = edition;
        this.dataSet = dataSet;
        this.table = table;
        this.placer = new Placer(List.of(GridReader.gridSet(connection, edition.id())));
    }

    /**
     * Within the connection's transaction.
     *
     * @param from table of the addresses
     * @param to table of the assignments, empty
     */
    static Placed place(
            Connection connection, Edition edition, long dataSet, Partition from, Partition to)
            throws SQLException {
        PlacingRun run = new PlacingRun(connection, edition, dataSet, to.name());
        Sql.query(
                connection,
                "SELECT number, ST_X(geom), ST_Y(geom) FROM " + from.name(),
                row -> {
                    run.add(row.getInt(1), Sql.point(row, 2));
                });
        run.flush();
        return run.placed();
    }

    private void add(int number, LonLat point) throws SQLException {
        numbers[size] = number;
        points[size] = point;
        size++;
        if (size == PIECE) {
            flush();
        }
    }

    private void flush() throws SQLException {
        IntStream.range(0, size)
                .parallel()
                .forEach(
                        i ->
                                places[i] =
                                        points[i] == null
                                                ? Place.NOWHERE
                                                : placer.place(points[i]));
        try (BinaryCopy copy = new BinaryCopy(connection, table + " (" + COLUMNS + ")", WIDTH)) {
            for (int i = 0; i < size; i++) {
                write(copy, numbers[i], places[i]);
            }
            copy.finish();
        } catch (IOException e) {
            throw new SQLException("COPY " + table + " broke off: " + e.getMessage(), e);
        }
        size = 0;
    }

    private void write(BinaryCopy copy, int number, Place place) throws IOException {
        counts.merge(place.outcome(), 1L, Long::sum);
        copy.row()
                .text(edition.id())
                .number(dataSet)
                .integer(number)
                .text(place.outcome().name())
                .text(code(place.micro()))
                .text(code(place.general()))
                .text(code(place.community()))
                .text(place.town() == null ? null : place.town().code())
                .text(code(place.dedicated()));
    }

    private static String code(Member member) {
        return member == null ? null : member.code();
    }

    private Placed placed() {
        return new Placed(
                count(Outcome.INSIDE),
                count(Outcome.ON_BOUNDARY),
                count(Outcome.OUTSIDE),
                count(Outcome.NO_LOCATION));
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
