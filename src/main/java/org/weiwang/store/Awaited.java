package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.edition.Edition;

/**
 * An edition in force, or that may come into force.
 *
 * @param moment when it is or would be in force, which tells the addresses that it has then
 */
record Awaited(Edition edition, OffsetDateTime moment) {
    private static final String OF_DISTRICT =
            """
            SELECT number, moment FROM edition_awaited WHERE district = ?
            ORDER BY in_force DESC, number, moment
            """;

    private static final String ADDRESSES =
            """
            SELECT coalesce(max(version), 0) FROM data_set_beside(?, ?) WHERE name = 'address'
            """;

    /** The one in force first, then the drafts and those whose publication is still to come. */
    static List<Awaited> of(Connection connection, String district) throws SQLException {
        List<Awaited> awaited = new ArrayList<>();
        Sql.query(
                connection,
                OF_DISTRICT,
                row ->
                        awaited.add(
                                new Awaited(
                                        new Edition(district, row.getInt(1)),
                                        row.getObject(2, OffsetDateTime.class))),
                district);
        return awaited;
    }

    /** The data set of addresses that it has; 0 for none. */
    long addresses(Connection connection) throws SQLException {
        return Sql.number(connection, ADDRESSES, edition.id(), moment);
    }
}
