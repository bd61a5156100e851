package org.weiwang.feature.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.wololo.flatgeobuf.NodeItem;
import org.wololo.flatgeobuf.PackedRTree;

/** Encoded features that wait in a file without a name, while their boxes are in memory. */
final class FlatGeobufSpool implements AutoCloseable {
    /** How many features or nodes a node of the index covers: what every writer chooses. */
    static final int NODE_SIZE = 16;

    private final FileChannel file;
    private final OutputStream in;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Envelope box = new Envelope();
    private long end;

    FlatGeobufSpool(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, FileFormat.PREFIX, null);
        try {
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
        in = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    }

    void add(Envelope envelope, byte[] feature) throws IOException {
        in.write(feature);
        waiting.add(new Waiting(envelope, end, feature.length));
        box.expandToInclude(envelope);
        end += feature.length;
    }

    int count() {
        return waiting.size();
    }

    Envelope box() {
        return box;
    }

    void copyAsCome(OutputStream out) throws IOException {
        in.flush();
        Channels.newInputStream(file.position(0)).transferTo(out);
    }

    /** The index, and the features in its order. */
    void copyIndexed(OutputStream out) throws IOException {
        in.flush();
        if (waiting.isEmpty()) {
            return;
        }
        PackedRTree.hilbertSort(waiting, PackedRTree.calcExtent(waiting));
        long offset = 0;
        for (Waiting one : waiting) {
            one.nodeItem.offset = offset;
            offset += one.length;
        }
        writeIndex(new PackedRTree(waiting, (short) NODE_SIZE), out);
        for (Waiting one : waiting) {
            out.write(one.read(file));
        }
    }

    private static void writeIndex(PackedRTree index, OutputStream out) throws IOException {
        try {
            index.write(out);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static final class Waiting extends PackedRTree.Item {
        private final long at;
        private final int length;

        Waiting(Envelope box, long at, int length) {
            this.nodeItem =
                    new NodeItem(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
            this.at = at;
            this.length = length;
        }

        byte[] read(FileChannel file) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (file.read(bytes, at + bytes.position()) < 0) {
                    throw new IOException("a feature that was put aside is gone");
                }
            }
            return bytes.array();
        }
    }
}
