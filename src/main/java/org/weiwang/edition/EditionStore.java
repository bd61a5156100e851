package org.weiwang.edition;

import java.util.List;

/** Where editions and data sets are kept. Thread-safe. */
public interface EditionStore {
    /**
     * Runs the work in one transaction: all that it writes is there together afterwards, or, when
     * it throws, nothing of it. Imports of one district wait for one another.
     */
    <R> R importing(String districtCode, Work<R> work) throws ImportException;

    /**
     * The codes of the districts whose addresses in force are not placed in the edition in force.
     */
    List<String> districtsNotPlaced();

    /** What an import does within its transaction. */
    @FunctionalInterface
    interface Work<R> {
        R run(ImportTransaction transaction) throws ImportException;
    }
}
