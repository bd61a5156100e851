package org.weiwang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Runs statements with their values bound. */
final class Sql {
    /** How many rows are fetched at a time, where the connection does not commit by itself. */
    private static final int FETCH_SIZE = 2_000;

    private Sql() {}

    /** Takes the rows one by one. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    static void query(Connection connection, String sql, RowReader reader, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** The number in the first column of the only row. */
    static long number(Connection connection, String sql, Object... values) throws SQLException {
        long[] number = new long[1];
        query(connection, sql, row -> number[0] = row.getLong(1), values);
        return number[0];
    }

    static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
