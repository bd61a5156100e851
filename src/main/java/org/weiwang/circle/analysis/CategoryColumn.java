package org.weiwang.circle.analysis;

import java.util.Arrays;

/**
 * The results of one category, of all groups in order: packed, 48 bytes each. Filled by one thread,
 * then given away, and from there on only read.
 */
public final class CategoryColumn {
    /** In place of a count where it is null; a figure is then not a number. */
    private static final int NO_COUNT = -1;

    private final String category;
    private final double[] minutes;
    private final double[] minutes90;
    private final String[] nearest;
    private final double[] shareHouseholds;
    private final double[] shareAddresses;
    private final double[] shareArea;
    private final int[] within;

    /**
     * @param category its id
     * @param groups how many there are
     */
    public CategoryColumn(String category, int groups) {
        this.category = category;
        this.minutes = unknown(groups);
        this.minutes90 = unknown(groups);
        this.nearest = new String[groups];
        this.shareHouseholds = unknown(groups);
        this.shareAddresses = unknown(groups);
        this.shareArea = unknown(groups);
        this.within = new int[groups];
        Arrays.fill(within, NO_COUNT);
    }

    private static double[] unknown(int groups) {
        double[] figures = new double[groups];
        Arrays.fill(figures, Double.NaN);
        return figures;
    }

    /** How many groups there are. */
    int size() {
        return within.length;
    }

    /**
     * @param group its number
     * @param result of this category; its names are held as they are, so that those that are the
     *     same text should be the same object
     */
    public void set(int group, CategoryResult result) {
        minutes[group] = packed(result.minutes());
        minutes90[group] = packed(result.minutes90());
        nearest[group] = result.nearest();
        shareHouseholds[group] = packed(result.shareHouseholds());
        shareAddresses[group] = packed(result.shareAddresses());
        shareArea[group] = packed(result.shareArea());
        within[group] = result.within() == null ? NO_COUNT : result.within();
    }

    private static double packed(Double figure) {
        return figure == null ? Double.NaN : figure;
    }

    /** The group's result; of a group that was not told, one that knows nothing. */
    CategoryResult get(int group) {
        return new CategoryResult(
                category,
                figure(minutes[group]),
                figure(minutes90[group]),
                nearest[group],
                figure(shareHouseholds[group]),
                figure(shareAddresses[group]),
                figure(shareArea[group]),
                within[group] == NO_COUNT ? null : (Integer) within[group]);
    }

    private static Double figure(double packed) {
        return Double.isNaN(packed) ? null : (Double) packed;
    }
}
