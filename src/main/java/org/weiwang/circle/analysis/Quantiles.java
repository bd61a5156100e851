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
     * Of each group the homes at which the weights come to some tenths of the whole, or {@link
     * Places#NONE} where the group has no home.
     *
     * @param order of the homes
     * @param tenths ascending, from 1 to 10
     * @return for each number of tenths the homes by group
     */
    static int[][] homes(int[] order, Groups groups, int... tenths) {
        int[][] found = new int[tenths.length][groups.size()];
        for (int[] homes : found) {
            Arrays.fill(homes, Places.NONE);
        }
        int[] next = new int[groups.size()];
        long[] weights = new long[groups.size()];
        for (int home : order) {
            int group = groups.ofHome(home);
            if (group != Places.NONE && next[group] < tenths.length) {
                weights[group] += groups.weight(home);
                long tenfold = 10 * weights[group];
                long all = groups.weightOfAll(group);
                while (next[group] < tenths.length && tenfold >= tenths[next[group]] * all) {
                    found[next[group]++][group] = home;
                }
            }
        }
        return found;
    }
}
