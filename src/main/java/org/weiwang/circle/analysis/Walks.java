package org.weiwang.circle.analysis;

import java.util.Arrays;
import java.util.OptionalInt;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.standard.Category;

/**
 * The walks to the nearest facility of one category, from all homes and pieces of land. Arrays are
 * not to be changed by those who read them.
 *
 * @param limit what a walk may cost to be served, empty where that is not known
 * @param labels of all homes
 * @param costs of all homes, {@link #UNREACHED} where nothing is reached
 * @param landCosts of all pieces of land, like the homes'
 * @param within how many facilities each home has within the limit; all 0 where there is none
 */
record Walks(
        Category category,
        OptionalInt limit,
        long[] labels,
        int[] costs,
        int[] landCosts,
        int[] within) {
    /** Above all costs. */
    static final int UNREACHED = Integer.MAX_VALUE;

    /**
     * @param search after its run from all facilities of the category
     */
    static Walks of(
            Category category, OptionalInt limit, NearestSearch search, Walk walk, int[] within) {
        long[] labels = labels(search, walk.homes());
        int[] landCosts = costs(labels(search, walk.land()));
        return new Walks(category, limit, labels, costs(labels), landCosts, within);
    }

    private static long[] labels(NearestSearch search, Snaps places) {
        long[] labels = new long[places.size()];
        for (int place = 0; place < labels.length; place++) {
            labels[place] = search.address(places, place);
        }
        return labels;
    }

    private static int[] costs(long[] labels) {
        return Arrays.stream(labels)
                .mapToInt(label -> label == Label.NONE ? UNREACHED : Label.cost(label))
                .toArray();
    }
}
