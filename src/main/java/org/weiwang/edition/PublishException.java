package org.weiwang.edition;

import java.util.List;

/** An edition that can't be put in force as asked; nothing changed. */
public final class PublishException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * @param faults one sentence each
     */
    public PublishException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }

    public PublishException(String fault) {
        this(List.of(fault));
    }
}
