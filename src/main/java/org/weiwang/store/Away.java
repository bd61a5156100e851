package org.weiwang.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.weiwang.edition.UnavailableException;

/** Tells a database that is away from one that can't do what it was asked. */
final class Away {
    private Away() {}

    /** What a read that failed is to end with. */
    static RuntimeException orFailed(String doing, SQLException e) {
        return isAway(e) ? new UnavailableException(e) : new StoreException(doing, e);
    }

    /** No connection is free or can be made, it broke, or the server is stopping or starting. */
    private static boolean isAway(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return e instanceof SQLTransientException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53");
    }
}
