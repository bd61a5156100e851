package org.weiwang.circle.standard;

import java.util.List;

/** Files of standards that can't be used. */
public final class StandardsException extends Exception {
    private static final long serialVersionUID = 1;

    private final List<String> faults;

    /**
     * @param faults one sentence each, naming the file and the place in it
     */
    StandardsException(List<String> faults) {
        super("standards:" + String.join("", faults.stream().map(f -> "\n  " + f).toList()));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
