package org.weiwang.edition.importing;

import java.util.List;
import org.weiwang.edition.ImportException;

/** An open file of rows. Used by one thread. */
interface Table extends AutoCloseable {
    /**
     * Opens a file as what its layer comes in.
     *
     * @param layer null where it is not known
     * @throws ImportException when it can't be read, naming it
     */
    static Table open(LayerFile file, Layer layer, ImportRequest request) throws ImportException {
        if (layer == null ? file.extension().equals("csv") : layer.isTable()) {
            return new CsvTable(file.path(), layer, request);
        }
        return Layer.isOpenStreetMap(file)
                ? new OsmTable(file.path(), request)
                : new FeatureTable(file, request);
    }

    /** Names of the columns, in the file's order, none twice. */
    List<String> columns();

    /** Charset in which the text is read. */
    String encoding();

    /** Reference system that positions are read in; null where the file has none. */
    String crs();

    /**
     * Reads the file to its end, or until the taker has had enough. Rows have their values under
     * the names of the columns.
     *
     * @throws ImportException when the file as a whole can't be read on, naming it and the place
     */
    void forEach(RowTaker taker) throws ImportException;

    @Override
    void close();

    /** Takes the rows in the file's order. */
    interface RowTaker {
        /** Whether to go on. */
        boolean take(Row row);

        /** A row that can't even be split into attributes; whether to go on. */
        boolean reject(long number, String reason);
    }
}
