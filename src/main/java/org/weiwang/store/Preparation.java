package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Placed;

/**
 * Prepares an edition to be put in force: every address that it has then is placed. The unit is the
 * pair of edition and data set of addresses, which is there or is not. Addresses for the edition in
 * force are placed in the drafts that will have them, too. Nothing that answers changes.
 */
final class Preparation {
    private static final String EDITION_IN_FORCE =
            "SELECT coalesce(max(number), 0) FROM edition_in_force WHERE district = ?";

    private static final String ADDRESSES_IN_FORCE =
            """
            SELECT coalesce(max(version), 0) FROM data_set
            WHERE district = ? AND name = 'address' AND in_force
            """;

    /** They would come into force with the addresses that are in force then. */
    private static final String DRAFTS_WITHOUT_ADDRESSES =
            """
            SELECT number FROM edition
            WHERE district = ? AND state = 'DRAFT' AND NOT EXISTS (
                SELECT FROM data_set WHERE data_set.edition = edition.id AND name = 'address')
            ORDER BY number
            """;

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

    private Preparation() {}

    /**
     * Within the connection's transaction, which keeps other imports of the district out.
     *
     * @param draft the edition to prepare; empty for the one in force
     * @param brought its data set of addresses; empty for the one in force
     * @return how the addresses were placed; empty when there are none or they were placed before
     */
    static Optional<Placed> run(
            Connection connection, String district, Optional<Edition> draft, Optional<Long> brought)
            throws SQLException {
        int number =
                draft.isPresent()
                        ? draft.get().number()
                        : (int) Sql.number(connection, EDITION_IN_FORCE, district);
        long dataSet =
                brought.isPresent()
                        ? brought.get()
                        : Sql.number(connection, ADDRESSES_IN_FORCE, district);
        if (number == 0 || dataSet == 0) {
            return Optional.empty();
        }
        List<Edition> editions = new ArrayList<>(List.of(new Edition(district, number)));
        if (draft.isEmpty() && brought.isPresent()) {
            Sql.query(
                    connection,
                    DRAFTS_WITHOUT_ADDRESSES,
                    row -> editions.add(new Edition(district, row.getInt(1))),
                    district);
        }
        List<Optional<Placed>> placed = new ArrayList<>();
        for (Edition edition : editions) {
            placed.add(place(connection, edition, dataSet));
        }
        // Last, since from here on another district's import waits for the end of this one.
        for (int i = 0; i < editions.size(); i++) {
            if (placed.get(i).isPresent()) {
                attach(connection, editions.get(i), dataSet);
            }
        }
        return placed.get(0);
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
