package org.weiwang.edition;

import java.util.List;

/** An import that can't be done, with everything that was found wrong; nothing was written. */
public final class ImportException extends Exception {
    private final List<String> faults;

    /**
     * @param faults one sentence each, naming the file and the record
     */
    public ImportException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    public ImportException(String fault) {
        this(List.of(fault));
    }

    public List<String> faults() {
        return faults;
    }
}
