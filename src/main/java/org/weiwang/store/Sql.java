package org.weiwang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.weiwang.address.Address;
import org.weiwang.geo.LonLat;

/** Runs statements with their values bound. */
final class Sql {
    /** How many rows are fetched at a time, where the connection does not commit by itself. */
    private static final int FETCH_SIZE = 2_000;

    private static final String NOW = "SELECT clock_timestamp()";

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

    /** The text in the first column of the last row; null where there is none. */
    static String text(Connection connection, String sql, Object... values) throws SQLException {
        String[] text = new String[1];
        query(connection, sql, row -> text[0] = row.getString(1), values);
        return text[0];
    }

    static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    /**
     * This moment, by the database's clock. All that the transaction sees came into force before
     * it; what reads several times of what is in force does so for one moment.
     */
    static OffsetDateTime moment(Connection connection) throws SQLException {
        OffsetDateTime[] moment = new OffsetDateTime[1];
        query(connection, NOW, row -> moment[0] = row.getObject(1, OffsetDateTime.class));
        return moment[0];
    }

    /** The reason why must not be lost to a connection that has died. */
    static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** The position in two columns; null where they are. */
    static LonLat point(ResultSet row, int column) throws SQLException {
        double lon = row.getDouble(column);
        return row.wasNull() ? null : new LonLat(lon, row.getDouble(column + 1));
    }

    /** The time in a column; null where it is. */
    static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The times in a column that holds an array of them. */
    static List<Instant> instants(ResultSet row, int column) throws SQLException {
        return Stream.of((Timestamp[]) row.getArray(column).getArray())
                .map(Timestamp::toInstant)
                .toList();
    }

    /** The text, the households and the position in the columns from the second on. */
    static Address address(ResultSet row) throws SQLException {
        return new Address(row.getString(2), point(row, 4), row.getObject(3, Integer.class));
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
