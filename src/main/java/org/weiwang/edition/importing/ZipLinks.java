package org.weiwang.edition.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the symbolic links in a zip file, which Java's own reader takes for files that hold a path:
 * what kind an entry is of stands in the list at the end of the file, among the attributes of its
 * system.
 */
final class ZipLinks {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;

    /** Of an entry's flags. */
    private static final int UTF_8_NAMED = 1 << 11;

    /** Of the attributes that Unix has, what tells the kind, and the kind of a link. */
    private static final int KIND = 0170000;

    private static final int LINK = 0120000;

    private ZipLinks() {}

    /**
     * The name of the first link.
     *
     * @param zip one that Java's reader has read, with so many entries
     * @param names charset of those that are not marked as UTF-8
     */
    static Optional<String> first(Path zip, int entries, Charset names) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            long at = list(file);
            for (int i = 0; i < entries; i++) {
                ByteBuffer entry = read(file, at, ENTRY_BYTES);
                if (entry.getInt(0) != ENTRY) {
                    throw new IOException("its list of entries is broken");
                }
                int name = Short.toUnsignedInt(entry.getShort(28));
                if ((entry.getInt(38) >>> 16 & KIND) == LINK) {
                    boolean isUtf8 = (entry.getShort(8) & UTF_8_NAMED) != 0;
                    return Optional.of(
                            (isUtf8 ? UTF_8 : names)
                                    .decode(read(file, at + ENTRY_BYTES, name))
                                    .toString());
                }
                at +=
                        ENTRY_BYTES
                                + name
                                + Short.toUnsignedInt(entry.getShort(30))
                                + Short.toUnsignedInt(entry.getShort(32));
            }
            return Optional.empty();
        }
    }

    /** Where the list begins. */
    private static long list(RandomAccessFile file) throws IOException {
        int tail = (int) Math.min(file.length(), END_BYTES + LONGEST_COMMENT);
        long from = file.length() - tail;
        ByteBuffer bytes = read(file, from, tail);
        for (int i = tail - END_BYTES; i >= 0; i--) {
            boolean isEnd =
                    bytes.getInt(i) == END
                            && i + END_BYTES + Short.toUnsignedInt(bytes.getShort(i + 20)) == tail;
            if (isEnd) {
                long at = Integer.toUnsignedLong(bytes.getInt(i + 16));
                return at == 0xffffffffL ? list64(file, from + i) : at;
            }
        }
        throw new IOException("its list of entries is missing");
    }

    /** Of a file beyond 4 GB, which tells before its end where it tells more. */
    private static long list64(RandomAccessFile file, long end) throws IOException {
        ByteBuffer locator = read(file, end - LOCATOR_64_BYTES, LOCATOR_64_BYTES);
        if (locator.getInt(0) != LOCATOR_64) {
            throw new IOException("its list of entries is missing");
        }
        return read(file, locator.getLong(8) + 48, Long.BYTES).getLong(0);
    }

    private static ByteBuffer read(RandomAccessFile file, long at, int bytes) throws IOException {
        if (at < 0) {
            throw new IOException("its list of entries is broken");
        }
        byte[] read = new byte[bytes];
        file.seek(at);
        file.readFully(read);
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }
}
