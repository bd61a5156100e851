package org.weiwang.http;

import java.util.List;
import java.util.Optional;
import org.weiwang.atlas.Feature;

/** Where the features of a collection come from. */
interface FeatureSource<T> {
    /** The features that the query asks for, ordered as pages follow one another. */
    Page<T> page(ItemsQuery query);

    Optional<Feature<T>> feature(String id);

    /**
     * @param version of what is in force that the page is of
     * @param total of all pages, null where it is not known
     * @param more whether another page follows
     */
    record Page<T>(long version, Long total, List<Feature<T>> features, boolean more) {}
}
