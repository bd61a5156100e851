package org.weiwang.circle.osm;

import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the blocks of an {@code .osm.pbf} file. The messages are the format's own; the frame around
 * them is read here, because the library's reader takes a file that was cut off for a whole one.
 */
final class OsmBlocks {
    /** The sizes that the format allows. */
    private static final int MOST_HEADER_BYTES = 64 << 10;

    private static final int MOST_BYTES = 32 << 20;

    private static final Set<String> FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");

    private final Path file;
    private final DataInputStream in;
    private long position;

    private OsmBlocks(Path file, InputStream in) {
        this.file = file;
        this.in = new DataInputStream(in);
    }

    /** Hands over all blocks of data, one after the other. */
    static void read(Path file, Consumer<PrimitiveBlock> taker) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            new OsmBlocks(file, in).read(taker);
        }
    }

    private void read(Consumer<PrimitiveBlock> taker) throws IOException {
        boolean hasHeader = false;
        byte[] size = in.readNBytes(Integer.BYTES);
        while (size.length > 0) {
            try {
                BlobHeader header = BlobHeader.parseFrom(bytes(size(size), MOST_HEADER_BYTES));
                byte[] data = content(Blob.parseFrom(bytes(header.getDatasize(), MOST_BYTES)));
                if (header.getType().equals("OSMHeader")) {
                    check(HeaderBlock.parseFrom(data));
                    hasHeader = true;
                } else if (header.getType().equals("OSMData")) {
                    if (!hasHeader) {
                        throw problem("has data before its header");
                    }
                    taker.accept(PrimitiveBlock.parseFrom(data));
                }
            } catch (InvalidProtocolBufferException e) {
                throw new OsmFileException(at("is not an .osm.pbf file"), e);
            } catch (IndexOutOfBoundsException e) {
                throw new OsmFileException(at("has tags that are not in its table of texts"), e);
            }
            position += Integer.BYTES;
            size = in.readNBytes(Integer.BYTES);
        }
        if (!hasHeader) {
            throw problem("is not an .osm.pbf file: it has no header");
        }
    }

    private int size(byte[] bytes) throws OsmFileException {
        if (bytes.length < Integer.BYTES) {
            throw problem("is cut off");
        }
        return bytes[0] << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    }

    private byte[] bytes(int size, int most) throws IOException {
        if (size < 0 || size > most) {
            throw problem("is not an .osm.pbf file: a block of " + size + " bytes");
        }
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw problem("is cut off");
        }
        position += size;
        return bytes;
    }

    private byte[] content(Blob blob) throws OsmFileException {
        if (blob.hasRaw()) {
            return blob.getRaw().toByteArray();
        }
        if (!blob.hasZlibData()) {
            throw problem("has a block that is packed in another way than with zlib");
        }
        if (blob.getRawSize() < 0 || blob.getRawSize() > MOST_BYTES) {
            throw problem("has a block of " + blob.getRawSize() + " bytes");
        }
        byte[] content = new byte[blob.getRawSize()];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(blob.getZlibData().asReadOnlyByteBuffer());
            int size = inflater.inflate(content);
            if (size < content.length || inflater.getRemaining() > 0) {
                throw problem("has a block of another size than it says");
            }
        } catch (DataFormatException e) {
            throw new OsmFileException(at("has a block that can't be unpacked"), e);
        } finally {
            inflater.end();
        }
        return content;
    }

    private void check(HeaderBlock header) throws OsmFileException {
        for (String feature : header.getRequiredFeaturesList()) {
            if (!FEATURES.contains(feature)) {
                throw problem("needs a reader that knows " + feature);
            }
        }
    }

    private OsmFileException problem(String what) {
        return new OsmFileException(at(what));
    }

    private String at(String what) {
        return file.getFileName() + " " + what + " (at byte " + position + ")";
    }
}
