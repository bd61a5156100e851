package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.weiwang.edition.ConflictException;

/**
 * Keeps those apart who change something of a district, until the end of their transactions.
 * Imports take minutes and wait for one another. Whoever publishes is told at once that another one
 * does, and after some seconds that an import is running: he would rather look at what changed than
 * publish on top of it.
 */
final class DistrictLock {
    /** The first half of a lock's key tells these locks from others on the same database. */
    private static final int CHANGING = 0x7765_6977; // "weiw"

    private static final int PUBLISHING = CHANGING + 1;

    private static final String WAIT = "SELECT pg_advisory_xact_lock(?, hashtext(?))";

    private static final String TRY = "SELECT pg_try_advisory_xact_lock(?, hashtext(?))::int";

    /** Longer than a reader keeps {@link Leftovers} waiting, which others then wait behind. */
    private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '4s'";

    private static final String TIMED_OUT = "55P03";

    private DistrictLock() {}

    /** Waits for as long as another import of the district takes. */
    static void await(Connection connection, String district) throws SQLException {
        Sql.query(connection, WAIT, row -> {}, CHANGING, district);
    }

    /** Whether it was to be had at once. */
    static boolean tryNow(Connection connection, String district) throws SQLException {
        return Sql.number(connection, TRY, CHANGING, district) == 1;
    }

    /** Waits for some seconds; from here on, the transaction waits for no lock any longer. */
    static void claim(Connection connection, String district)
            throws SQLException, ConflictException {
        Sql.update(connection, LOCK_TIMEOUT);
        if (Sql.number(connection, TRY, PUBLISHING, district) == 0) {
            throw new ConflictException(
                    "someone else is just publishing an edition of district " + district);
        }
        try {
            await(connection, district);
        } catch (SQLException e) {
            if (timedOut(e)) {
                throw new ConflictException("an import of district " + district + " is running");
            }
            throw e;
        }
    }

    /** Whether a lock was waited for in vain. */
    static boolean timedOut(SQLException e) {
        return TIMED_OUT.equals(e.getSQLState());
    }
}
