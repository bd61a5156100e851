package org.weiwang.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.weiwang.edition.AddressId;
import org.weiwang.edition.Assignments;
import org.weiwang.edition.Placed;
import org.weiwang.grid.Level;
import org.weiwang.grid.Outcome;

/** Reads the assignments of addresses from PostGIS, each answer from one state of it. */
public final class JdbcAssignments implements Assignments {
    private static final String GRID =
            """
            SELECT edition.district, edition.id, grid.level
            FROM edition_in_force_at(?) AS edition JOIN grid ON grid.edition = edition.id
            WHERE grid.code = ?
            """;

    /** The column is named by the level, and the tables are parts. */
    private static final String COUNT =
            "SELECT count(*) FROM %2$s WHERE edition = ? AND data_set = ? AND %1$s = ?";

    /**
     * All addresses of the grid are found before the page is cut out of them; asked for in one go,
     * the planner might look for them among all addresses by number.
     */
    private static final String PAGE =
            """
            WITH of_grid AS MATERIALIZED (
                SELECT address, outcome, micro, dedicated FROM %2$s
                WHERE edition = ? AND data_set = ? AND %1$s = ?)
            SELECT address.number, text, households, ST_X(geom), ST_Y(geom),
                outcome, micro, dedicated
            FROM (SELECT * FROM of_grid WHERE address > ? ORDER BY address LIMIT ?) AS of_page
            JOIN %3$s AS address ON address.data_set = ? AND address.number = of_page.address
            ORDER BY address.number
            """;

    private static final String LAST_PLACING =
            """
            SELECT data_set, placed_at, inside, on_boundary, outside, no_location
            FROM assignment_summary WHERE edition = ?
            ORDER BY placed_at DESC, data_set DESC LIMIT 1
            """;

    private record Found(String district, String edition, Level level) {}

    private final DataSource database;

    public JdbcAssignments(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<GridAddresses> ofGrid(String gridCode, AddressId after, int limit) {
        return read(
                "reading the addresses of grid " + gridCode,
                connection -> {
                    OffsetDateTime moment = Sql.moment(connection);
                    List<Found> found = new ArrayList<>();
                    Sql.query(
                            connection,
                            GRID,
                            row ->
                                    found.add(
                                            new Found(
                                                    row.getString(1),
                                                    row.getString(2),
                                                    Level.valueOf(row.getString(3)))),
                            moment,
                            gridCode);
                    return found.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    ofGrid(
                                            connection,
                                            moment,
                                            found.get(0),
                                            gridCode,
                                            after,
                                            limit));
                });
    }

    private static GridAddresses ofGrid(
            Connection connection,
            OffsetDateTime moment,
            Found grid,
            String code,
            AddressId after,
            int limit)
            throws SQLException {
        long version = AtlasVersion.at(connection, moment);
        Optional<PairInForce> pair =
                PairInForce.all(connection, moment).stream()
                        .filter(candidate -> candidate.edition().district().equals(grid.district()))
                        .findFirst();
        boolean placed = pair.isEmpty() || pair.get().isPlaced();
        if (pair.isEmpty() || !placed) {
            Long unread = pair.map(PairInForce::dataSet).orElse(null);
            return new GridAddresses(
                    version, code, grid.edition(), unread, placed, 0, List.of(), false);
        }
        String column = grid.level().name().toLowerCase(Locale.ROOT);
        long dataSet = pair.get().dataSet();
        String assignments =
                Partition.ofAssignments(pair.get().edition(), dataSet).source(connection);
        String addresses = Partition.ofAddresses(dataSet).source(connection);
        String count = COUNT.formatted(column, assignments);
        long total = Sql.number(connection, count, grid.edition(), dataSet, code);
        List<GridAddress> page = new ArrayList<>();
        Sql.query(
                connection,
                PAGE.formatted(column, assignments, addresses),
                row ->
                        page.add(
                                new GridAddress(
                                        new AddressId(dataSet, row.getInt(1)),
                                        Sql.address(row),
                                        Outcome.valueOf(row.getString(6)),
                                        row.getString(7),
                                        row.getString(8))),
                grid.edition(),
                dataSet,
                code,
                after.number(),
                limit + 1, // One more than asked for shows that another page follows.
                dataSet);
        return new GridAddresses(
                version,
                code,
                grid.edition(),
                dataSet,
                placed,
                total,
                cut(page, limit),
                page.size() > limit);
    }

    private static <T> List<T> cut(List<T> page, int limit) {
        return List.copyOf(page.subList(0, Math.min(limit, page.size())));
    }

    @Override
    public Optional<EditionAssignments> ofEdition(String editionId) {
        return read(
                "reading the summary of edition " + editionId,
                connection -> {
                    if (!StoredEdition.isThere(connection, editionId)) {
                        return Optional.empty();
                    }
                    List<Placing> placings = new ArrayList<>();
                    Sql.query(
                            connection, LAST_PLACING, row -> placings.add(placing(row)), editionId);
                    return Optional.of(
                            new EditionAssignments(editionId, placings.stream().findFirst()));
                });
    }

    private static Placing placing(ResultSet row) throws SQLException {
        return new Placing(
                row.getLong(1),
                Sql.instant(row, 2),
                new Placed(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
    }

    private <R> R read(String doing, Snapshot.Reading<R> reading) {
        try {
            return Snapshot.read(database, reading);
        } catch (SQLException e) {
            throw new StoreException(doing, e);
        }
    }
}
