package org.weiwang.edition;

import java.util.ArrayList;
import java.util.List;

/** An edition that can't be put in force as asked; nothing changed. */
public final class PublishException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int TOLD = 5;

    /**
     * @param faults one sentence each
     */
    public PublishException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }

    /**
     * @param errors what is wrong with the edition, one sentence each; the first few are told
     */
    public static PublishException ofErrors(String edition, List<String> errors) {
        List<String> told = new ArrayList<>();
        told.add(
                "edition %s has errors (%d); its findings name them all"
                        .formatted(edition, errors.size()));
        told.addAll(errors.subList(0, Math.min(TOLD, errors.size())));
        return new PublishException(told);
    }

    public PublishException(String fault) {
        this(List.of(fault));
    }
}
