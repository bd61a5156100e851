package org.weiwang.circle.whatif;

import java.util.BitSet;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.WalkCosts;

/** Labels the homes again, on the edges where anything has changed. */
final class HomeChanges {
    private final Baseline baseline;
    private final CategoryPlan plan;
    private final Destinations facilities;
    private final Destinations opened;
    private final ChangedLabels labels;
    private final WalkCosts costs;
    private final WalkNetwork network;

    private HomeChanges(
            Baseline baseline, CategoryPlan plan, Destinations opened, ChangedLabels labels) {
        this.baseline = baseline;
        this.plan = plan;
        this.facilities = baseline.facilities(plan.category());
        this.opened = opened;
        this.labels = labels;
        this.costs = baseline.costs();
        this.network = costs.network();
    }

    /**
     * @param labels of the nodes in the scenario
     */
    static Changes of(
            Baseline baseline, CategoryPlan plan, Destinations opened, ChangedLabels labels) {
        HomeChanges homes = new HomeChanges(baseline, plan, opened, labels);
        Changes changes = new Changes();
        BitSet edges = homes.edges();
        for (int edge = edges.nextSetBit(0); edge >= 0; edge = edges.nextSetBit(edge + 1)) {
            homes.compare(edge, changes);
        }
        return changes;
    }

    /** Edges at whose ends or on which something is otherwise than before. */
    private BitSet edges() {
        BitSet edges = new BitSet(network.edgeCount());
        for (int place = 0; place < labels.size(); place++) {
            int node = labels.node(place);
            if (labels.get(node) != labels.below(node)) {
                for (int i = 0; i < network.degree(node); i++) {
                    edges.set(network.edgeAt(node, i));
                }
            }
        }
        facilities.forEachEdge(plan::isClosed, edges::set);
        opened.forEachEdge(facility -> true, edges::set);
        return edges;
    }

    private void compare(int edge, Changes changes) {
        if (!costs.isWalkable(edge)) {
            return;
        }
        long from = labels.get(network.from(edge));
        long to = labels.get(network.to(edge));
        HomesByEdge byEdge = baseline.byEdge();
        long[] before = baseline.homeLabels(plan.category());
        for (int place = byEdge.first(edge); place < byEdge.first(edge + 1); place++) {
            long along = byEdge.along(place);
            long off = byEdge.off(place);
            long best = facilities.straight(edge, along, off, plan::stays);
            best = Math.min(best, opened.straight(edge, along, off, facility -> true));
            best = Math.min(best, after(from, off + along));
            best = Math.min(best, after(to, off + network.length(edge) - along));
            long label = Label.cost(best) <= baseline.limit() ? best : Label.NONE;
            if (label != before[place]) {
                changes.add(byEdge.home(place), before[place], label);
            }
        }
    }

    private long after(long label, long millimetres) {
        return label == Label.NONE ? Label.NONE : Label.plus(label, costs.ofLength(millimetres));
    }
}
