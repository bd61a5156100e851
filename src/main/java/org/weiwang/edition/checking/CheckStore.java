package org.weiwang.edition.checking;

import java.util.Collection;
import java.util.Optional;
import org.weiwang.edition.Edition;
import org.weiwang.edition.layer.LayerSource;

/**
 * What was found in editions. All of it throws {@link org.weiwang.edition.StoreFailure} while the
 * store can't be reached. Thread-safe.
 */
public interface CheckStore {
    /** Empty where the edition is not there or was never checked. */
    Optional<Findings> findings(Edition edition);

    /** What layers of findings are of; editions that were never checked are left out. */
    LayerSource source(Collection<Edition> editions);
}
