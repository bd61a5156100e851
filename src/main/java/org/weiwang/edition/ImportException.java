package org.weiwang.edition;

import java.util.ArrayList;
import java.util.List;

/** An import that can't be done, with everything that was found wrong; nothing was written. */
public final class ImportException extends Exception {
    private static final int LISTED = 50;

    private final List<String> faults;

    /**
     * @param faults one sentence each, naming the file and the record
     */
    public ImportException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /** Of all faults the first {@value #LISTED}, and how many there are besides. */
    public static ImportException ofMany(List<String> faults) {
        if (faults.size() <= LISTED) {
            return new ImportException(faults);
        }
        List<String> listed = new ArrayList<>(faults.subList(0, LISTED));
        listed.add("and " + (faults.size() - LISTED) + " more");
        return new ImportException(listed);
    }

    public ImportException(String fault) {
        this(List.of(fault));
    }

    public List<String> faults() {
        return faults;
    }
}
