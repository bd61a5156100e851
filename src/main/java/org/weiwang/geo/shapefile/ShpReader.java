package org.weiwang.geo.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.locationtech.jts.geom.Geometry;

/** The shapes of a shapefile, record by record in the order of the .shp. */
final class ShpReader implements AutoCloseable {
    private static final int RECORD_HEADER = 8;
    private static final int MULTI_PATCH = 31;

    /** As many as an array holds. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final Path file;
    private final FileChannel channel;
    private final ShapeType type;
    private final long length;
    private final int records;
    private long position = ShapefileWriter.HEADER;
    private int record;

    ShpReader(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file);
        try {
            ByteBuffer header = read(0, ShapefileWriter.HEADER);
            if (header.getInt(0) != ShapefileWriter.FILE_CODE) {
                throw new ShapefileException(file, "is not a shapefile");
            }
            this.length = 2L * header.getInt(24);
            if (length < ShapefileWriter.HEADER || length > channel.size()) {
                throw new ShapefileException(
                        file,
                        "is truncated: it has %d bytes where its header says %d"
                                .formatted(channel.size(), length));
            }
            this.type = type(header.order(ByteOrder.LITTLE_ENDIAN).getInt(32));
            this.records = countRecords();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Walks over all records, so that a broken length shows before anything is taken from here. */
    private int countRecords() throws IOException {
        int count = 0;
        for (long at = ShapefileWriter.HEADER; at < length; count++) {
            at += RECORD_HEADER + contentLength(at, count + 1);
        }
        return count;
    }

    private int contentLength(long at, int number) throws IOException {
        if (at + RECORD_HEADER > length) {
            throw new ShapefileException(file, number, "the file ends within its header");
        }
        long content = 2L * read(at, RECORD_HEADER).getInt(4);
        if (content < 4 || content > MOST_BYTES || at + RECORD_HEADER + content > length) {
            throw new ShapefileException(
                    file,
                    number,
                    "its length of " + content + " bytes reaches beyond the file or cannot be");
        }
        return (int) content;
    }

    private ShapeType type(int code) throws ShapefileException {
        return ShapeType.of(code)
                .orElseThrow(
                        () ->
                                new ShapefileException(
                                        file,
                                        "holds shapes of type "
                                                + code
                                                + (code == MULTI_PATCH ? " (MultiPatch)" : "")
                                                + ", not points, lines or polygons"));
    }

    int records() {
        return records;
    }

    /** The next of {@link #records()} shapes; null for a null shape. */
    Geometry next() throws IOException {
        record++;
        int content = contentLength(position, record);
        ByteBuffer bytes = read(position + RECORD_HEADER, content);
        position += RECORD_HEADER + content;
        try {
            return ShapeContent.decode(bytes, type);
        } catch (IllegalArgumentException e) {
            throw new ShapefileException(file, record, e.getMessage());
        }
    }

    /** Goes past the next shape without looking at it. */
    void skip() throws IOException {
        record++;
        position += RECORD_HEADER + contentLength(position, record);
    }

    private ByteBuffer read(long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new ShapefileException(
                        file, "is truncated: it ends at byte " + channel.size());
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
