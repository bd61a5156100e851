package org.weiwang.http.ogc;

import java.util.List;
import java.util.Optional;
import org.weiwang.edition.Edition;
import org.weiwang.feature.Row;

/** The features of a collection as they are in one state of all data. */
interface State {
    /** Names the state, on all servers alike: letters, digits, dots and hyphens. */
    String stamp();

    /** That the features are of, ordered by district. */
    List<Edition> editions();

    Summary summary();

    /**
     * Some features of a selection, in an order that is always the same.
     *
     * @param after the id with which the page before ended; null from the beginning
     * @param limit how many at most
     * @param isCounted whether to count all that the selection has
     */
    Found find(Selection selection, String after, int limit, boolean isCounted);

    /** All features of a selection, in that order, each made when it is read; to be read once. */
    Iterable<Row> all(Selection selection);

    Optional<Item> feature(String id);

    /** What is above and below a feature. */
    default List<Relative> relatives(String id) {
        return List.of();
    }

    /**
     * @param matched how many features the selection has, exactly; -1 where they were not counted
     */
    record Found(List<Item> items, long matched) {}
}
