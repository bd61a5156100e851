package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.edition.Edition;

/**
 * An edition in force and the data set of addresses in force in its district.
 *
 * @param outside how many of the addresses lie outside; null where they were not placed yet
 */
record PairInForce(Edition edition, long dataSet, Long outside) {
    private static final String ALL =
            """
            SELECT edition_in_force.district, edition_in_force.number, data_set.version, outside
            FROM edition_in_force
            JOIN data_set
                ON data_set.district = edition_in_force.district
                AND data_set.name = 'address'
                AND data_set.in_force
            LEFT JOIN assignment_summary
                ON assignment_summary.edition = edition_in_force.id
                AND assignment_summary.data_set = data_set.version
            ORDER BY data_set.version
            """;

    /** One for each district that has addresses, ordered by data set. */
    static List<PairInForce> all(Connection connection) throws SQLException {
        List<PairInForce> pairs = new ArrayList<>();
        Sql.query(
                connection,
                ALL,
                row ->
                        pairs.add(
                                new PairInForce(
                                        new Edition(row.getString(1), row.getInt(2)),
                                        row.getLong(3),
                                        row.getObject(4, Long.class))));
        return pairs;
    }

    boolean isPlaced() {
        return outside != null;
    }
}
