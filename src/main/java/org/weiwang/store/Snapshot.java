package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads of one state of the database, whatever is put in force or removed meanwhile. */
final class Snapshot {
    /** A table that is dropped is missing in earlier states too, so none is until the end. */
    private static final String KEEP_TABLES = "LOCK TABLE address, assignment IN ACCESS SHARE MODE";

    private Snapshot() {}

    @FunctionalInterface
    interface Reading<R> {
        R read(Connection connection) throws SQLException;
    }

    static <R> R read(DataSource database, Reading<R> reading) throws SQLException {
        return readRows(
                database,
                connection -> {
                    Sql.update(connection, KEEP_TABLES);
                    return reading.read(connection);
                });
    }

    /**
     * Without addresses and assignments, whose tables may be dropped meanwhile, and so without ever
     * waiting for anyone.
     */
    static <R> R readRows(DataSource database, Reading<R> reading) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false); // Also what lets rows be fetched piece by piece.
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                R result = reading.read(connection);
                connection.rollback();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                Sql.rollBack(connection, e);
                throw e;
            }
        }
    }
}
