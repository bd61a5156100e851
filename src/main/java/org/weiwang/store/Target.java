package org.weiwang.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.Rows;

/** A table and the columns that rows are copied into. */
record Target(String table, String columns) {
    /** Writes the values of one item after the row was begun. */
    @FunctionalInterface
    interface RowWriter<T> {
        void write(BinaryCopy row, T item) throws IOException;
    }

    /** The same columns of another table. */
    Target in(Partition partition) {
        return new Target(partition.name(), columns);
    }

    /** Copies all rows; returns their number. */
    <T> long copy(Connection connection, Rows<T> rows, RowWriter<T> writer)
            throws SQLException, ImportException {
        int width = columns.split(",").length;
        try (BinaryCopy copy = new BinaryCopy(connection, table + " (" + columns + ")", width)) {
            rows.forEach(
                    item -> {
                        try {
                            writer.write(copy.row(), item);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            return copy.finish();
        } catch (IOException | UncheckedIOException e) {
            throw new SQLException("COPY " + table + " broke off: " + e.getMessage(), e);
        }
    }
}
