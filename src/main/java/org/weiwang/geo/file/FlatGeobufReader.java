package org.weiwang.geo.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.generated.Feature;

/**
 * Reads a FlatGeobuf file from its first to its last feature, past the index. What the file claims
 * to have is compared with what is there before room is made for it.
 */
public final class FlatGeobufReader implements FeatureReader {
    private static final int HEAD_BYTES = 10 << 20;

    private final Path file;
    private final InputStream in;
    private final FlatGeobufHead head;
    private final Crs crs;
    private long left;
    private int number;

    private FlatGeobufReader(Path file, Crs given) throws IOException {
        this.file = file;
        this.left = Files.size(file);
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            byte[] magic = in.readNBytes(Constants.MAGIC_BYTES.length);
            left -= magic.length;
            if (!isMagic(magic)) {
                throw new FeatureFileException(file, "is not FlatGeobuf");
            }
            this.head = head();
            this.crs = given == null ? system() : given;
            skip(head.indexBytes());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * @param crs of the positions; null to take what the file says
     * @throws IOException when it is not such a file, naming it
     */
    public static FlatGeobufReader open(Path file, Crs crs) throws IOException {
        return new FlatGeobufReader(file, crs);
    }

    /** All but the last byte, which is the version's least part. */
    private static boolean isMagic(byte[] bytes) {
        return bytes.length == Constants.MAGIC_BYTES.length
                && ByteBuffer.wrap(bytes, 0, bytes.length - 1)
                        .equals(ByteBuffer.wrap(Constants.MAGIC_BYTES, 0, bytes.length - 1));
    }

    private FlatGeobufHead head() throws IOException {
        ByteBuffer bytes = sized(HEAD_BYTES, "its head");
        try {
            return FlatGeobufHead.read(bytes);
        } catch (IllegalArgumentException e) {
            throw new FeatureFileException(
                    file, "has a head that can't be read: " + e.getMessage(), e);
        } catch (IndexOutOfBoundsException e) {
            throw new FeatureFileException(file, "has a head that is broken", e);
        }
    }

    private Crs system() throws IOException {
        try {
            return head.crs()
                    .orElseThrow(
                            () ->
                                    FeatureFileException.withoutCrs(
                                            file, "does not say in which reference system it is"));
        } catch (CrsException e) {
            throw FeatureFileException.unusableCrs(file, e);
        }
    }

    private void skip(long bytes) throws IOException {
        if (bytes > left) {
            throw new FeatureFileException(file, "is cut off within its index");
        }
        in.skipNBytes(bytes);
        left -= bytes;
    }

    /** The length that comes next, and so many bytes. */
    private ByteBuffer sized(int most, String what) throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        left -= length.length;
        if (length.length < Integer.BYTES) {
            throw new FeatureFileException(file, "is cut off before " + what);
        }
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (size < 0 || size > most) {
            throw new FeatureFileException(
                    file,
                    "is broken: %s would have %s bytes"
                            .formatted(what, Integer.toUnsignedString(size)));
        }
        if (size > left) {
            throw new FeatureFileException(file, "is cut off within " + what);
        }
        left -= size;
        return ByteBuffer.wrap(in.readNBytes(size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public List<String> fieldNames() {
        return head.fieldNames();
    }

    @Override
    public Charset charset() {
        return UTF_8;
    }

    @Override
    public Crs crs() {
        return crs;
    }

    @Override
    public Optional<Shape> next() throws IOException {
        if (head.features() > 0 ? number == head.features() : left == 0) {
            if (left > 0) {
                throw new FeatureFileException(
                        file, "goes on after the %d records that it says it has".formatted(number));
            }
            return Optional.empty();
        }
        ByteBuffer bytes = sized(Bounds.RECORD_BYTES, "record " + (number + 1));
        number++;
        try {
            Feature feature = Feature.getRootAsFeature(bytes);
            return Optional.of(
                    new Shape(
                            number,
                            new FlatGeobufGeometry(head.geometryType()).read(feature.geometry()),
                            head.attributes(feature)));
        } catch (IllegalArgumentException e) {
            throw new FeatureFileException(file, number, e.getMessage(), e);
        } catch (IndexOutOfBoundsException e) {
            throw new FeatureFileException(file, number, "it is broken", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
