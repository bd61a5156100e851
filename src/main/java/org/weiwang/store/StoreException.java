package org.weiwang.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.weiwang.edition.UnavailableException;

/** The database can't be reached, or did not do what it was asked. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String doing, Exception cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }

    /** What tells one who reads that the database is away, or else that it did not do this. */
    static RuntimeException orUnavailable(String doing, SQLException cause) {
        return isAway(cause) ? new UnavailableException(cause) : new StoreException(doing, cause);
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
