package org.weiwang.circle.analysis;

import java.util.stream.IntStream;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.reach.Label;

/** Which facility is the nearest one of most in a group. Not thread-safe. */
final class Commonest {
    private final long[] labels;

    /** What the homes weigh whose nearest a site is; all 0 between two groups. */
    private final long[] weights;

    /**
     * @param labels of all homes
     * @param sites how many there are in the city
     */
    Commonest(long[] labels, int sites) {
        this.labels = labels;
        this.weights = new long[sites];
    }

    /**
     * @return the site's number, of several as common the lowest; {@link Places#NONE} where no home
     *     that weighs something reaches any
     */
    int site(Groups groups, int group) {
        reaching(groups, group).forEach(home -> weights[nearest(home)] += groups.weight(home));
        int commonest = Places.NONE;
        long most = 0;
        for (int site : reaching(groups, group).map(this::nearest).toArray()) {
            if (weights[site] > most || weights[site] == most && site < commonest) {
                most = weights[site];
                commonest = site;
            }
        }
        reaching(groups, group).forEach(home -> weights[nearest(home)] = 0);
        return commonest;
    }

    private IntStream reaching(Groups groups, int group) {
        return groups.homes(group).filter(home -> labels[home] != Label.NONE);
    }

    private int nearest(int home) {
        return Label.facility(labels[home]);
    }
}
