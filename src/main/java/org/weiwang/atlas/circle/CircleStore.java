package org.weiwang.atlas.circle;

import java.util.Optional;
import org.weiwang.circle.analysis.Stamp;

/**
 * Where findings are kept for all servers. Thread-safe. All methods throw an {@link
 * org.weiwang.edition.StoreFailure} when the store does not do what it is asked.
 */
public interface CircleStore {
    /** Empty where none are kept that were computed by and from the same. */
    Optional<Findings> find(Stamp stamp);

    /** Keeps the findings, unless such are kept already. */
    void keep(Findings findings);
}
