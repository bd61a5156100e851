package org.weiwang.circle.whatif;

import java.util.Arrays;
import org.weiwang.circle.reach.Label;

/**
 * The homes whose nearest facility of a category is another one or at another cost, in packed
 * arrays, in no order, each once. Not to be changed by those who read it.
 */
public final class Changes {
    private int[] homes = new int[16];
    private long[] labels = new long[32];
    private int size;

    void add(int home, long before, long after) {
        if (size == homes.length) {
            homes = Arrays.copyOf(homes, 2 * size);
            labels = Arrays.copyOf(labels, 4 * size);
        }
        homes[size] = home;
        labels[2 * size] = before;
        labels[2 * size + 1] = after;
        size++;
    }

    public int size() {
        return size;
    }

    /** The number of the home. */
    public int home(int change) {
        return homes[change];
    }

    /** The home's {@link Label} in the baseline, {@link Label#NONE} beyond the limit. */
    public long before(int change) {
        return labels[2 * change];
    }

    /** Likewise in the scenario. */
    public long after(int change) {
        return labels[2 * change + 1];
    }
}
