package org.weiwang.http.ogc;

import java.util.List;
import java.util.Optional;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.edition.Edition;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Parameters;

/** Where the features of a collection come from. */
public interface FeatureSource<T> {
    /** The features that the query asks for, ordered as pages follow one another. */
    Page<T> page(ItemsQuery query)
            throws NoSuchEditionException, BusyException, InterruptedException;

    Optional<Feature<T>> feature(String id, AsOf asOf)
            throws NoSuchEditionException, BusyException, InterruptedException;

    /** Whether it can be asked for other moments than now. */
    boolean hasPast();

    /** The parameters that choose what the features say, beside those of every request. */
    default List<String> choices() {
        return List.of();
    }

    /** The source of what the parameters choose. */
    default FeatureSource<T> chosen(Parameters parameters) {
        return this;
    }

    /**
     * @param version of what is in force that the page is of
     * @param editions that the page shows, ordered by district
     * @param total of all pages, null where it is not known
     * @param more whether another page follows
     */
    record Page<T>(
            long version,
            List<Edition> editions,
            Long total,
            List<Feature<T>> features,
            boolean more) {}
}
