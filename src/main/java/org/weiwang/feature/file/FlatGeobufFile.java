package org.weiwang.feature.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.feature.Row;
import org.weiwang.geo.CrsException;
import org.wololo.flatgeobuf.Constants;

/**
 * A layer as FlatGeobuf. The format has its index before the features, which are stored in the
 * index's order: so as many features as can be sorted in little memory wait in a file. Where there
 * are more, a client would wait long for its first byte; then they pass through without an index.
 * So they do where one has no geometry, which an index has no place for.
 */
final class FlatGeobufFile {
    /** Twice the micro grids of Chengdu; sorting them takes about 40 MB. */
    static final int MOST_INDEXED = 250_000;

    private FlatGeobufFile() {}

    static void write(Layer layer, Path temporary, OutputStream out)
            throws IOException, CrsException {
        write(layer, temporary, out, MOST_INDEXED);
    }

    static void write(Layer layer, Path temporary, OutputStream out, int mostIndexed)
            throws IOException, CrsException {
        FlatGeobufHeader header = new FlatGeobufHeader(layer);
        FlatGeobufFeature feature = new FlatGeobufFeature(layer.type());
        Iterator<? extends Row> rows = layer.rows().iterator();
        try (FlatGeobufSpool spool = new FlatGeobufSpool(temporary)) {
            boolean isIndexed = true;
            while (isIndexed && rows.hasNext() && spool.count() < mostIndexed) {
                Row row = rows.next();
                Geometry geometry = layer.geometry(row);
                isIndexed = geometry != null;
                spool.add(
                        isIndexed ? geometry.getEnvelopeInternal() : new Envelope(),
                        feature.encode(row, geometry));
            }
            OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
            buffered.write(Constants.MAGIC_BYTES);
            if (rows.hasNext() || !isIndexed) {
                buffered.write(header.encodeOpen());
                spool.copyAsCome(buffered);
            } else {
                buffered.write(header.encode(spool.count(), spool.box()));
                spool.copyIndexed(buffered);
            }
            while (rows.hasNext()) {
                Row row = rows.next();
                buffered.write(feature.encode(row, layer.geometry(row)));
            }
            buffered.flush();
        }
    }
}
