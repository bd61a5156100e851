package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** The number that goes up with every change of what is in force. */
final class AtlasVersion {
    private static final String AT = "SELECT atlas_version_at(?)";

    private static final String NEXT = "UPDATE atlas_version SET version = version + 1";

    /** Servers that hear of it swap at once; those that don't compare the number. */
    private static final String NOTIFY = "SELECT pg_notify('weiwang_atlas', '')";

    private AtlasVersion() {}

    /** Even; the number before each is free for what is {@linkplain #almost almost} in force. */
    static long at(Connection connection, OffsetDateTime moment) throws SQLException {
        return 2 * Sql.number(connection, AT, moment);
    }

    /**
     * The number of the same editions with other data sets: after all that was in force before, and
     * before what is.
     */
    static long almost(long version) {
        return version - 1;
    }

    /**
     * Counts one up and tells the servers when the transaction commits. Until then no one else
     * decides what is in force, in any district.
     */
    static void next(Connection connection) throws SQLException {
        Sql.update(connection, NEXT);
        Sql.query(connection, NOTIFY, row -> {});
    }
}
