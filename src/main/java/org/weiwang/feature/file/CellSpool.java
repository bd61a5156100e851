package org.weiwang.feature.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Rows kept in a file, since a shapefile's fields must be known before its first row is written.
 */
final class CellSpool {
    private CellSpool() {}

    static final class Writer implements AutoCloseable {
        private final DataOutputStream out;
        private final WKBWriter wkb = new WKBWriter();

        Writer(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        }

        void write(Geometry geometry, List<String> cells) throws IOException {
            byte[] shape = geometry == null ? new byte[0] : wkb.write(geometry);
            out.writeInt(shape.length);
            out.write(shape);
            for (String cell : cells) {
                out.writeBoolean(cell != null);
                if (cell != null) {
                    out.writeUTF(cell);
                }
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    static final class Reader implements AutoCloseable {
        private final DataInputStream in;
        private final WKBReader wkb = new WKBReader();
        private final List<String> cells;
        private Geometry geometry;

        Reader(Path file, int columns) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            cells = new ArrayList<>(Collections.nCopies(columns, null));
        }

        /** Whether there was another row; it is there until the next call. */
        boolean next() throws IOException {
            in.mark(1);
            if (in.read() < 0) {
                return false;
            }
            in.reset();
            byte[] shape = in.readNBytes(in.readInt());
            try {
                geometry = shape.length == 0 ? null : wkb.read(shape);
            } catch (ParseException e) {
                throw new IOException(e);
            }
            for (int i = 0; i < cells.size(); i++) {
                cells.set(i, in.readBoolean() ? in.readUTF() : null);
            }
            return true;
        }

        /** Null where the row has none. */
        Geometry geometry() {
            return geometry;
        }

        List<String> cells() {
            return cells;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
