package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Placed;

/**
 * Prepares editions to be put in force: every address that they have then is placed. The unit is
 * the pair of edition and data set of addresses, which is there or is not. Nothing that answers
 * changes.
 */
final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private static final String KEEP_SUMMARY =
            """
            INSERT INTO assignment_summary
                (edition, data_set, inside, on_boundary, outside, no_location)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (edition, data_set) DO UPDATE SET
                inside = excluded.inside,
                on_boundary = excluded.on_boundary,
                outside = excluded.outside,
                no_location = excluded.no_location,
                placed_at = excluded.placed_at
            """;

    private static final String KEEP =
            """
            UPDATE assignment_summary SET placed_at = clock_timestamp()
            WHERE edition = ? AND data_set = ?
            """;

    private Preparation() {}

    private record Pair(Edition edition, long dataSet) {}

    /**
     * For a publication, within the connection's transaction, which keeps others out of the
     * district. What is found ready is no leftover from here on, as if it were placed now.
     */
    static void forPublication(Connection connection, Awaited awaited) throws SQLException {
        run(connection, List.of(awaited));
        Sql.update(connection, KEEP, awaited.edition().id(), awaited.addresses(connection));
    }

    /**
     * Within the connection's transaction, which keeps others out of the district.
     *
     * @return how the addresses of the first were placed; empty when it has none or they were
     *     placed before
     */
    static Optional<Placed> run(Connection connection, List<Awaited> editions) throws SQLException {
        Map<Pair, Optional<Placed>> pairs = new LinkedHashMap<>();
        Optional<Placed> first = Optional.empty();
        for (Awaited awaited : editions) {
            Pair pair = new Pair(awaited.edition(), awaited.addresses(connection));
            if (pair.dataSet() != 0 && !pairs.containsKey(pair)) {
                pairs.put(pair, place(connection, pair.edition(), pair.dataSet()));
            }
            if (awaited == editions.get(0)) {
                first = pairs.getOrDefault(pair, Optional.empty());
            }
        }
        // Last, since from here on another district's import waits for the end of this one.
        for (Map.Entry<Pair, Optional<Placed>> entry : pairs.entrySet()) {
            if (entry.getValue().isPresent()) {
                attach(connection, entry.getKey().edition(), entry.getKey().dataSet());
            }
        }
        return first;
    }

    /**
     * Places what a publication has made awaited otherwise, such as the addresses that came with it
     * in editions that follow. What can't be done now is done by the next import.
     *
     * @param connection that does not commit by itself, with no transaction begun
     */
    static void catchUp(Connection connection, String district) {
        try {
            if (DistrictLock.tryNow(connection, district)) {
                run(connection, Awaited.of(connection, district));
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            // What was committed before stands, and must not look failed.
            Sql.rollBack(connection, e);
            LOG.warn("addresses of {} are placed by its next import: {}", district, e.toString());
        }
    }

    /** Empty when they were placed before. */
    private static Optional<Placed> place(Connection connection, Edition edition, long dataSet)
            throws SQLException {
        Partition assignments = Partition.ofAssignments(edition, dataSet);
        if (assignments.isThere(connection)) {
            return Optional.empty();
        }
        assignments.create(connection);
        Placed placed =
                PlacingRun.place(
                        connection, edition, dataSet, Partition.ofAddresses(dataSet), assignments);
        Sql.update(
                connection,
                KEEP_SUMMARY,
                edition.id(),
                dataSet,
                placed.inside(),
                placed.onBoundary(),
                placed.outside(),
                placed.noLocation());
        return Optional.of(placed);
    }

    private static void attach(Connection connection, Edition edition, long dataSet)
            throws SQLException {
        Partition addresses = Partition.ofAddresses(dataSet);
        if (!addresses.isThere(connection)) {
            addresses.attach(connection);
        }
        Partition.ensureEdition(connection, edition);
        Partition.ofAssignments(edition, dataSet).attach(connection);
    }
}
