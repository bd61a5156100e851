package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.edition.Edition;

/**
 * An edition in force and the data set of addresses in force in its district.
 *
 * @param isPlaced whether the addresses were placed in the edition
 */
record PairInForce(Edition edition, long dataSet, boolean isPlaced) {
    private static final String ALL =
            """
            SELECT edition.district, edition.number, data_set.version, outside IS NOT NULL
            FROM (SELECT ?::timestamptz AS moment) AS clock
            CROSS JOIN LATERAL edition_in_force_at(clock.moment) AS edition
            CROSS JOIN LATERAL data_set_beside(edition.id, clock.moment) AS data_set
            LEFT JOIN assignment_summary
                ON assignment_summary.edition = edition.id
                AND assignment_summary.data_set = data_set.version
            WHERE data_set.name = 'address'
            ORDER BY data_set.version
            """;

    /** Those of the moment: one for each district that has addresses, ordered by data set. */
    static List<PairInForce> all(Connection connection, OffsetDateTime moment) throws SQLException {
        List<PairInForce> pairs = new ArrayList<>();
        Sql.query(
                connection,
                ALL,
                row ->
                        pairs.add(
                                new PairInForce(
                                        new Edition(row.getString(1), row.getInt(2)),
                                        row.getLong(3),
                                        row.getBoolean(4))),
                moment);
        return pairs;
    }
}
