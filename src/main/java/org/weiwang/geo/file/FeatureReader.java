package org.weiwang.geo.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.weiwang.geo.Crs;

/** A file of features, read one after the other. For one thread. */
public interface FeatureReader extends AutoCloseable {
    /** Names of the attributes, in the file's order, none twice. */
    List<String> fieldNames();

    /** In which text is read. */
    Charset charset();

    /** In which positions are read. */
    Crs crs();

    /**
     * The next record, none after the last.
     *
     * @throws IOException when the record can't be read, naming the file and the record
     */
    Optional<Shape> next() throws IOException;

    @Override
    void close() throws IOException;
}
