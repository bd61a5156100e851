package org.weiwang.circle.analysis;

import org.weiwang.circle.city.Places;

/**
 * How a cost is spread over the homes of groups, by their weights. What is answered of groups
 * without homes means nothing.
 */
final class Spread {
    private final int[] order;
    private final int[] costs;
    private final Groups groups;

    /**
     * @param order of the homes, those of the lowest cost first
     * @param costs of all homes
     */
    Spread(int[] order, int[] costs, Groups groups) {
        this.order = order;
        this.costs = costs;
        this.groups = groups;
    }

    /** Of each group the mean cost of the tenth that has the highest costs. */
    double[] worstTenths() {
        long[] left = new long[groups.size()];
        double[] means = new double[groups.size()];
        for (int group = 0; group < groups.size(); group++) {
            left[group] = groups.weightOfAll(group);
        }
        for (int i = order.length - 1; i >= 0; i--) {
            int group = groups.ofHome(order[i]);
            if (group != Places.NONE) {
                // In tenths of a household, so that a tenth of all is a whole number.
                long weight = Math.min(10 * groups.weight(order[i]), left[group]);
                left[group] -= weight;
                means[group] += (double) weight * costs[order[i]];
            }
        }
        for (int group = 0; group < groups.size(); group++) {
            means[group] /= groups.weightOfAll(group);
        }
        return means;
    }

    /**
     * Of each group the Gini coefficient: what lies between the Lorenz curve of the costs and the
     * diagonal, of all below the diagonal; 0 where nothing costs anything.
     */
    double[] ginis() {
        double[] sums = new double[groups.size()];
        double[] belowCurve = new double[groups.size()];
        for (int home : order) {
            int group = groups.ofHome(home);
            if (group != Places.NONE) {
                double weight = groups.weight(home);
                double before = sums[group];
                sums[group] += weight * costs[home];
                belowCurve[group] += weight * (before + sums[group]);
            }
        }
        double[] ginis = new double[groups.size()];
        for (int group = 0; group < groups.size(); group++) {
            double whole = groups.weightOfAll(group) * sums[group];
            ginis[group] = whole > 0 ? 1 - belowCurve[group] / whole : 0;
        }
        return ginis;
    }
}
