package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.UUID;
import org.postgresql.util.PSQLState;

/** Tells apart what is numbered alike: each restore of a backup begins another history. */
final class StoredHistory {
    private static final String RESTORED = "a backup was restored at this moment";

    private static final String ID = "SELECT id::text FROM history";

    private StoredHistory() {}

    /**
     * To be read before all else of a snapshot: until its transaction ends nothing takes the place
     * of what is there then.
     *
     * @throws SQLTransientException when a backup was restored at this very moment, whose rows the
     *     snapshot does not show, or which is of an earlier version and not brought up to date yet
     */
    static UUID id(Connection connection) throws SQLException {
        String id = text(connection);
        if (id == null) {
            throw new SQLTransientException(RESTORED);
        }
        return UUID.fromString(id);
    }

    private static String text(Connection connection) throws SQLException {
        try {
            return Sql.text(connection, ID);
        } catch (SQLException e) {
            throw PSQLState.UNDEFINED_TABLE.getState().equals(e.getSQLState())
                    ? new SQLTransientException(RESTORED, e)
                    : e;
        }
    }
}
