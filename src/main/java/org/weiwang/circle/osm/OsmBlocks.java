package org.weiwang.circle.osm;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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

    /**
     * Groups, and what they are made of, in a block: writers put some 8,000 into one. Without a
     * bound a file of some kilobytes could ask for gigabytes of empty ones.
     */
    private static final int MOST_OBJECTS = 250_000;

    /** What a group begins with: its field's number, and that bytes follow. */
    private static final int GROUP = PrimitiveBlock.PRIMITIVEGROUP_FIELD_NUMBER << 3 | 2;

    private static final Set<String> FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");

    private final Path file;
    private final InputStream in;
    private long position;

    private OsmBlocks(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Takes blocks of data. */
    interface Taker {
        /**
         * @throws OsmBlockException when the block contradicts itself
         */
        void take(PrimitiveBlock block) throws OsmBlockException;
    }

    /** Hands over all blocks of data, one after the other. Blocks of other types are passed by. */
    static void read(Path file, Taker taker) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            new OsmBlocks(file, in).read(taker);
        }
    }

    private void read(Taker taker) throws IOException {
        boolean hasHeader = false;
        byte[] size = in.readNBytes(Integer.BYTES);
        while (size.length > 0) {
            try {
                BlobHeader header = BlobHeader.parseFrom(bytes(size(size), MOST_HEADER_BYTES));
                byte[] blob = bytes(header.getDatasize(), MOST_BYTES);
                if (header.getType().equals("OSMHeader")) {
                    check(HeaderBlock.parseFrom(content(Blob.parseFrom(blob))));
                    hasHeader = true;
                } else if (header.getType().equals("OSMData")) {
                    if (!hasHeader) {
                        throw problem("has data before its header");
                    }
                    byte[] content = content(Blob.parseFrom(blob));
                    if (objects(content) > MOST_OBJECTS) {
                        throw problem("has a block of more than " + MOST_OBJECTS + " objects");
                    }
                    taker.take(PrimitiveBlock.parseFrom(content));
                }
            } catch (InvalidProtocolBufferException e) {
                throw new OsmFileException(at("is not an .osm.pbf file"), e);
            } catch (OsmBlockException e) {
                throw new OsmFileException(at(e.getMessage()), e);
            }
            size = in.readNBytes(Integer.BYTES);
        }
        if (!hasHeader) {
            throw problem("is not an .osm.pbf file: it has no header");
        }
    }

    /** How many groups and members of groups a block has, told without making them. */
    private static long objects(byte[] content) throws IOException {
        CodedInputStream block = CodedInputStream.newInstance(content);
        long objects = 0;
        for (int tag = block.readTag(); tag != 0; tag = block.readTag()) {
            if (tag != GROUP) {
                block.skipField(tag);
                continue;
            }
            objects++;
            int limit = block.pushLimit(block.readRawVarint32());
            for (int inner = block.readTag(); inner != 0; inner = block.readTag()) {
                objects++;
                block.skipField(inner);
            }
            block.popLimit(limit);
        }
        return objects;
    }

    private int size(byte[] bytes) throws OsmFileException {
        if (bytes.length < Integer.BYTES) {
            throw problem("is cut off");
        }
        position += Integer.BYTES;
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
        if (header.getOptionalFeaturesList().contains("LocationsOnWays")) {
            throw problem("keeps the places of nodes on its ways (LocationsOnWays), not as nodes");
        }
    }

    private OsmFileException problem(String what) {
        return new OsmFileException(at(what));
    }

    private String at(String what) {
        return file.getFileName() + " " + what + " (at byte " + position + ")";
    }
}
