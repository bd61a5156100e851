package org.weiwang.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.weiwang.edition.StoreFailure;

/** The database can't be reached, or did not do what it was asked. */
public final class StoreException extends StoreFailure {
    private static final long serialVersionUID = 1;
    private static final String DISK_FULL = "53100";

    /** As when a statement took too long. */
    private static final String CANCELLED = "57014";

    StoreException(String doing, Exception cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }

    @Override
    public boolean isAway() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && isAway(e)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isFull() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && DISK_FULL.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * No connection is free or can be made, it broke, the server is stopping or starting, or it is
     * not done in time.
     */
    static boolean isAway(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return e instanceof SQLTransientException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.equals(CANCELLED)
                || state.startsWith("53") && !state.equals(DISK_FULL);
    }
}
