package org.weiwang.edition.layer;

import java.util.Map;
import java.util.UUID;
import org.weiwang.edition.Edition;

/**
 * What the features of a layer are of: the same for all pages of a set.
 *
 * @param history in which the data sets are numbered, as that of the atlas
 * @param dataSets the version of each district's data set, with the edition beside it
 */
public record LayerSource(UUID history, Map<Edition, Long> dataSets) {
    public LayerSource {
        dataSets = Map.copyOf(dataSets);
    }
}
