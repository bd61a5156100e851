package org.weiwang.circle.whatif;

import java.util.List;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestRuns;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.WalkCosts;

/**
 * What is: the nearest facility of each category for all nodes and homes. Made once, shared by all
 * scenarios; immutable and thread-safe.
 */
public final class Baseline {
    private final Streets streets;
    private final int limit;
    private final List<Destinations> categories;
    private final Homes homes;
    private final HomesByEdge byEdge;

    /** Of each category the label of each node. */
    private final long[][] nodeLabels;

    /** Of each category the label of each home, in the order of {@link #byEdge}. */
    private final long[][] homeLabels;

    private Baseline(Streets streets, int limit, List<Destinations> categories, Homes homes) {
        this.streets = streets;
        this.limit = limit;
        this.categories = List.copyOf(categories);
        this.homes = homes;
        this.byEdge = new HomesByEdge(homes.snaps(), streets.costs().network().edgeCount());
        this.nodeLabels = new long[categories.size()][];
        this.homeLabels = new long[categories.size()][];
    }

    /**
     * @param limit what a walk may cost at most, as in {@link NearestSearch}
     * @param categories the facilities of each, on the costs of the streets
     * @param threads as in {@link NearestRuns}
     * @throws IllegalArgumentException when facilities are on other costs
     * @throws InterruptedException when the calling thread was interrupted
     */
    public static Baseline of(
            Streets streets, int limit, List<Destinations> categories, Homes homes, int threads)
            throws InterruptedException {
        for (Destinations category : categories) {
            if (category.costs() != streets.costs()) {
                throw new IllegalArgumentException("the facilities are on other costs");
            }
        }
        Baseline baseline = new Baseline(streets, limit, categories, homes);
        NearestRuns.each(streets.costs(), limit, categories, threads, baseline::keep);
        return baseline;
    }

    private void keep(int category, NearestSearch search) {
        long[] ofNodes = new long[streets.costs().network().nodeCount()];
        for (int node = 0; node < ofNodes.length; node++) {
            ofNodes[node] = search.node(node);
        }
        long[] ofHomes = new long[byEdge.size()];
        for (int place = 0; place < ofHomes.length; place++) {
            ofHomes[place] = search.address(homes.snaps(), byEdge.home(place));
        }
        nodeLabels[category] = ofNodes;
        homeLabels[category] = ofHomes;
    }

    /** How many categories there are. */
    public int categories() {
        return categories.size();
    }

    /** The {@link Label} of a home, {@link Label#NONE} beyond the limit. */
    public long home(int category, int home) {
        return homeLabels[category][byEdge.place(home)];
    }

    /**
     * The number that the first facility added by a scenario has: one more than the highest of all
     * categories.
     */
    public int firstAdded() {
        return categories.stream().mapToInt(Destinations::afterHighest).max().orElse(0);
    }

    /** The memory that the labels and the order of homes take. */
    public long bytes() {
        long nodes = streets.costs().network().nodeCount();
        return 8L * categories.size() * (nodes + byEdge.size()) + byEdge.bytes();
    }

    Streets streets() {
        return streets;
    }

    WalkCosts costs() {
        return streets.costs();
    }

    int limit() {
        return limit;
    }

    Destinations facilities(int category) {
        return categories.get(category);
    }

    Homes homes() {
        return homes;
    }

    HomesByEdge byEdge() {
        return byEdge;
    }

    /** Not to be changed. */
    long[] nodeLabels(int category) {
        return nodeLabels[category];
    }

    /** Not to be changed. */
    long[] homeLabels(int category) {
        return homeLabels[category];
    }
}
