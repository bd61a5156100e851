package org.weiwang.grid.repair;

import java.util.Collection;
import java.util.List;

/** Repairs were chosen that are not proposed, or no longer. */
public final class NoSuchRepairException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> ids;

    NoSuchRepairException(Collection<String> ids) {
        super("no such repair is proposed: " + String.join(", ", ids));
        this.ids = List.copyOf(ids);
    }

    /** Those that are not proposed. */
    public List<String> ids() {
        return ids;
    }
}
