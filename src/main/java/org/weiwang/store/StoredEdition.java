package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.weiwang.edition.Edition;

/** How an edition stands, within the connection's transaction. */
final class StoredEdition {
    private static final String STATE = "SELECT state FROM edition WHERE id = ?";

    private static final String REMOVE = "DELETE FROM edition WHERE id = ?";

    private StoredEdition() {}

    static boolean isThere(Connection connection, String id) throws SQLException {
        return Sql.text(connection, STATE, id) != null;
    }

    static boolean isDraft(Connection connection, String id) throws SQLException {
        return "DRAFT".equals(Sql.text(connection, STATE, id));
    }

    /** The data sets that came with it must be gone, or another's. */
    static void remove(Connection connection, Edition edition) throws SQLException {
        Sql.update(connection, REMOVE, edition.id());
    }
}
