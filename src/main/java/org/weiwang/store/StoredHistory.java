package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.UUID;

/** Tells apart what is numbered alike: each restore of a backup begins another history. */
final class StoredHistory {
    private static final String ID = "SELECT id::text FROM history";

    private StoredHistory() {}

    /**
     * To be read before all else of a snapshot: until its transaction ends nothing takes the place
     * of what is there then.
     *
     * @throws SQLTransientException when a backup was restored at this very moment, whose rows the
     *     snapshot does not show
     */
    static UUID id(Connection connection) throws SQLException {
        String id = Sql.text(connection, ID);
        if (id == null) {
            throw new SQLTransientException("a backup was restored at this moment");
        }
        return UUID.fromString(id);
    }
}
