package org.weiwang.geo.shapefile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The attribute table of a shapefile being written: dBASE III, rows of fixed width. */
final class DbfWriter implements AutoCloseable {
    private static final int LARGEST = Integer.MAX_VALUE;

    /** With as many fields as there can be. */
    private static final int MOST_HEADER = 32 + 32 * 255 + 2;

    private final Path file;
    private final Charset charset;
    private final List<Field> fields;
    private final OutputStream out;
    private int rows;

    DbfWriter(Path file, Charset charset, List<Field> fields) throws IOException {
        this.file = file;
        this.charset = charset;
        this.fields = fields;
        byte[] header = header();
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        out.write(header);
    }

    private byte[] header() throws ShapefileException {
        int rowLength = 1 + fields.stream().mapToInt(Field::length).sum();
        if (fields.isEmpty() || fields.size() > 255 || rowLength > 65535) {
            throw new ShapefileException(
                    file, "needs 1 to 255 fields of at most 65534 bytes together");
        }
        int length = 32 + 32 * fields.size() + 1;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        // A fixed day instead of today's: the same rows give the same bytes.
        header.put(0, (byte) 3).put(1, (byte) 100).put(2, (byte) 1).put(3, (byte) 1);
        header.putShort(8, (short) length).putShort(10, (short) rowLength);
        header.put(29, (byte) DbfCharset.languageId(charset));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            byte[] name = encode(field.name());
            if (name == null || name.length < 1 || name.length > 10) {
                throw new ShapefileException(
                        file,
                        "cannot name a field '"
                                + field.name()
                                + "': 1 to 10 bytes of "
                                + charset
                                + " are allowed");
            }
            if (!names.add(field.name())) {
                throw new ShapefileException(file, "has two fields named " + field.name());
            }
            int at = 32 + 32 * i;
            header.put(at, name).put(at + 11, (byte) (field.numeric() ? 'N' : 'C'));
            header.put(at + 16, (byte) field.length()).put(at + 17, (byte) field.decimals());
        }
        return header.put(length - 1, (byte) 0x0D).array();
    }

    /** Writes a row, or nothing when a value does not fit. */
    void write(List<?> values) throws IOException {
        if (values.size() != fields.size()) {
            throw new ShapefileException(
                    file, rows + 1, values.size() + " values for " + fields.size() + " fields");
        }
        int length = 1 + fields.stream().mapToInt(Field::length).sum();
        if ((rows + 1L) * length > LARGEST - MOST_HEADER) {
            throw new ShapefileException(file, rows + 1, "the file would exceed 2 GB");
        }
        byte[] row = new byte[length];
        Arrays.fill(row, (byte) ' ');
        int at = 1;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Object value = values.get(i);
            if (value != null) {
                byte[] bytes = encode(text(field, value));
                if (bytes == null) {
                    throw refused(field, value, "which " + charset + " cannot write");
                }
                if (bytes.length > field.length()) {
                    throw refused(field, value, "longer than " + field.length() + " bytes");
                }
                int indent = field.numeric() ? field.length() - bytes.length : 0;
                System.arraycopy(bytes, 0, row, at + indent, bytes.length);
            }
            at += field.length();
        }
        out.write(row);
        rows++;
    }

    private String text(Field field, Object value) throws ShapefileException {
        if (!field.numeric()) {
            return value.toString();
        }
        try {
            return new BigDecimal(value.toString())
                    .setScale(field.decimals(), RoundingMode.HALF_UP)
                    .toPlainString();
        } catch (NumberFormatException e) {
            throw refused(field, value, "which is not a number");
        }
    }

    private ShapefileException refused(Field field, Object value, String why) {
        return new ShapefileException(file, rows + 1, field.name(), "'" + value + "', " + why);
    }

    /** The bytes, or null when the charset lacks a character. */
    private byte[] encode(String text) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(0x1A);
        }
        try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "rw")) {
            header.seek(4);
            header.writeInt(Integer.reverseBytes(rows));
        }
    }
}
