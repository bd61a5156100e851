package org.weiwang.circle.analysis;

import java.util.Arrays;
import org.weiwang.circle.city.Places;

/** Weighted medians and the like, of all groups in one pass over the homes in order. */
final class Quantiles {
    private Quantiles() {}

    /**
     * The homes by a value of theirs, those of the lowest first.
     *
     * @param values of all homes, 0 or more
     */
    static int[] ascending(int[] values) {
        long[] keys = new long[values.length];
        for (int home = 0; home < keys.length; home++) {
            keys[home] = (long) values[home] << 32 | home;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /**
     * Of each group the home at which the weights come to some tenths of the whole, or {@link
     * Places#NONE} where the group has no home.
     *
     * @param order of the homes
     * @param tenths from 1 to 10
     */
    static int[] homes(int[] order, Groups groups, int tenths) {
        int[] found = new int[groups.size()];
        Arrays.fill(found, Places.NONE);
        long[] weights = new long[groups.size()];
        for (int home : order) {
            int group = groups.ofHome(home);
            if (group != Places.NONE && found[group] == Places.NONE) {
                weights[group] += groups.weight(home);
                if (10 * weights[group] >= tenths * groups.weightOfAll(group)) {
                    found[group] = home;
                }
            }
        }
        return found;
    }
}
