package org.weiwang.access;

import java.util.List;

/** Reads what was done. Thread-safe. */
public interface AuditTrail {
    /**
     * The newest first.
     *
     * @param before only what has a lower id; {@link Long#MAX_VALUE} for all
     * @param limit how many at most
     */
    List<AuditEntry> read(long before, int limit);
}
