package org.weiwang.edition.importing;

import org.weiwang.edition.ImportException;

/** An open file of rows. Used by one thread. */
interface Table extends AutoCloseable {
    /** Charset in which the text is read. */
    String encoding();

    /** Reference system that positions are read in; null where the file has none. */
    String crs();

    /**
     * Reads the file to its end.
     *
     * @throws ImportException when the file as a whole can't be read on, naming it and the place
     */
    void forEach(RowTaker taker) throws ImportException;

    @Override
    void close();

    /** Takes the rows in the file's order. */
    interface RowTaker {
        void take(Row row);

        /** A row that can't even be split into attributes. */
        void reject(long number, String reason);
    }
}
