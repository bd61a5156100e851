package org.weiwang.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.weiwang.geo.Ewkb;

/**
 * Writes rows with COPY in PostgreSQL's binary format, which takes geometries as they are. Each row
 * is begun and then given its values in the order of the columns. Used by one thread.
 */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };

    /** From which PostgreSQL counts days. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private final PGCopyOutputStream copy;
    private final DataOutputStream out;
    private final int columns;
    private long rows;

    /**
     * @param table and its columns, such as {@code town (edition, code, name)}
     */
    BinaryCopy(Connection connection, String table, int columns) throws SQLException, IOException {
        this.columns = columns;
        this.copy =
                new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class),
                        "COPY " + table + " FROM STDIN (FORMAT binary)");
        this.out = new DataOutputStream(new BufferedOutputStream(copy, 1 << 16));
        out.write(SIGNATURE);
        out.writeInt(0); // flags
        out.writeInt(0); // length of the header's extension
    }

    BinaryCopy row() throws IOException {
        out.writeShort(columns);
        rows++;
        return this;
    }

    /** How many rows were begun. */
    int rows() {
        return Math.toIntExact(rows);
    }

    /**
     * @param value null for NULL
     */
    BinaryCopy text(String value) throws IOException {
        return bytes(value == null ? null : value.getBytes(UTF_8));
    }

    BinaryCopy number(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
        return this;
    }

    /**
     * @param value null for NULL
     */
    BinaryCopy numberOrNull(Long value) throws IOException {
        return value == null ? bytes(null) : number(value);
    }

    /**
     * @param value null for NULL
     */
    BinaryCopy integer(Integer value) throws IOException {
        if (value == null) {
            return bytes(null);
        }
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
        return this;
    }

    /**
     * @param value null for NULL
     */
    BinaryCopy real(Double value) throws IOException {
        if (value == null) {
            return bytes(null);
        }
        out.writeInt(Double.BYTES);
        out.writeDouble(value);
        return this;
    }

    /**
     * @param value null for NULL
     */
    BinaryCopy day(LocalDate value) throws IOException {
        return integer(
                value == null ? null : Math.toIntExact(FIRST_DAY.until(value, ChronoUnit.DAYS)));
    }

    BinaryCopy flag(boolean value) throws IOException {
        out.writeInt(1);
        out.writeBoolean(value);
        return this;
    }

    /**
     * @param value null for NULL
     */
    BinaryCopy geometry(Geometry value) throws IOException {
        return bytes(value == null ? null : Ewkb.encode(value));
    }

    private BinaryCopy bytes(byte[] value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(value.length);
            out.write(value);
        }
        return this;
    }

    /** Ends the COPY; returns the number of rows that the server took. */
    long finish() throws IOException, SQLException {
        out.writeShort(-1);
        out.flush();
        long taken = copy.endCopy();
        if (taken != rows) {
            throw new SQLException(rows + " rows were sent, but " + taken + " arrived");
        }
        return taken;
    }

    /** Gives the COPY up when it was not finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
