package org.weiwang.circle.analysis;

import java.util.List;
import org.weiwang.circle.city.Division;

/**
 * The living circle of one group.
 *
 * @param households of all its homes, whether or not on the network
 * @param addresses its homes, likewise
 * @param noNetwork those of its homes that are too far from the network to walk anywhere
 * @param areaSquareMetres of its residential land
 * @param score from 0 to 100, see {@link Score}; null where it can't be told
 * @param categories in the order of the standard
 */
public record GroupResult(
        Division.Level level,
        String code,
        long households,
        long addresses,
        long noNetwork,
        double areaSquareMetres,
        Double score,
        List<CategoryResult> categories) {
    public GroupResult {
        categories = List.copyOf(categories);
    }
}
