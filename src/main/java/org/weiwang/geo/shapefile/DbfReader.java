package org.weiwang.geo.shapefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The attribute table of a shapefile, row by row, undecoded: dBASE III and its kin. */
final class DbfReader implements AutoCloseable {
    private static final int HEADER = 32;
    private static final int DESCRIPTOR = 32;
    private static final byte END_OF_FIELDS = 0x0D;
    private static final byte DELETED = '*';

    private final Path file;
    private final InputStream in;
    private final int rows;
    private final int rowLength;
    private final int languageId;
    private final List<DbfColumn> columns = new ArrayList<>();
    private int row;

    DbfReader(Path file) throws IOException {
        this.file = file;
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            ByteBuffer header = take(HEADER);
            this.rows = header.getInt(4);
            this.rowLength = Short.toUnsignedInt(header.getShort(10));
            this.languageId = Byte.toUnsignedInt(header.get(29));
            int headerLength = Short.toUnsignedInt(header.getShort(8));
            if (headerLength < HEADER || rows < 0) {
                throw new ShapefileException(file, "is not a dBASE table");
            }
            readColumns(take(headerLength - HEADER));
            if (Files.size(file) < headerLength + (long) rows * rowLength) {
                throw new ShapefileException(
                        file,
                        "is truncated: its %d bytes do not hold %d records of %d bytes"
                                .formatted(Files.size(file), rows, rowLength));
            }
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private ByteBuffer take(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new ShapefileException(file, "is truncated in its header");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void readColumns(ByteBuffer descriptors) throws ShapefileException {
        int start = 1;
        while (descriptors.remaining() >= DESCRIPTOR
                && descriptors.get(descriptors.position()) != END_OF_FIELDS) {
            byte[] descriptor = new byte[DESCRIPTOR];
            descriptors.get(descriptor);
            char type = (char) descriptor[11];
            int length = Byte.toUnsignedInt(descriptor[16]);
            if (type == 'C') {
                // Long texts keep the high byte of their length where numbers have their decimals.
                length += Byte.toUnsignedInt(descriptor[17]) << 8;
            }
            columns.add(new DbfColumn(DbfColumn.untilNul(descriptor, 0, 11), type, start, length));
            start += length;
        }
        if (columns.isEmpty() || start > rowLength) {
            throw new ShapefileException(
                    file,
                    "is damaged: its %d fields do not make a record of %d bytes"
                            .formatted(columns.size(), rowLength));
        }
    }

    int rows() {
        return rows;
    }

    int languageId() {
        return languageId;
    }

    List<DbfColumn> columns() {
        return columns;
    }

    /** The next of {@link #rows()} rows; null when it is marked as deleted. */
    byte[] next() throws IOException {
        row++;
        byte[] bytes = in.readNBytes(rowLength);
        if (bytes.length < rowLength) {
            throw new ShapefileException(file, row, "the file ends within it");
        }
        return bytes[0] == DELETED ? null : bytes;
    }

    /** Whether all names and texts of the table, read to its end by this, are in the charset. */
    boolean isAllIn(Charset charset) throws IOException {
        try {
            for (DbfColumn column : columns) {
                DbfColumn.decode(column.name(), charset);
            }
            for (int i = 0; i < rows; i++) {
                byte[] bytes = next();
                for (DbfColumn column : columns) {
                    if (bytes != null && column.isText()) {
                        column.value(bytes, charset);
                    }
                }
            }
            return true;
        } catch (IllegalArgumentException notInCharset) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
