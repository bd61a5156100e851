package org.weiwang.circle.whatif;

import java.util.BitSet;
import java.util.Map;
import org.weiwang.circle.network.AddedWays.Snap;
import org.weiwang.circle.network.AddedWays.Split;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.WalkCosts;

/** Labels the homes again, where anything has changed: on edges, and beside added ways. */
final class HomeChanges {
    private final Baseline baseline;
    private final CategoryPlan plan;
    private final Destinations facilities;
    private final Destinations opened;
    private final WayGraph ways;
    private final Map<Integer, Snap> onWays;
    private final ChangedLabels labels;
    private final WalkCosts costs;
    private final WalkNetwork network;

    /**
     * @param onWays where homes come onto added ways, by the home's number
     * @param labels of the nodes in the scenario
     */
    HomeChanges(
            Baseline baseline,
            CategoryPlan plan,
            Opened opened,
            WayGraph ways,
            Map<Integer, Snap> onWays,
            ChangedLabels labels) {
        this.baseline = baseline;
        this.plan = plan;
        this.facilities = baseline.facilities(plan.category());
        this.opened = opened.onNetwork();
        this.ways = ways;
        this.onWays = onWays;
        this.labels = labels;
        this.costs = baseline.costs();
        this.network = costs.network();
    }

    Changes find() {
        Changes changes = new Changes();
        BitSet edges = edges();
        for (int edge = edges.nextSetBit(0); edge >= 0; edge = edges.nextSetBit(edge + 1)) {
            compare(edge, changes);
        }
        return changes;
    }

    /**
     * Edges at whose ends or on which something is otherwise than before, and those of homes that
     * come onto added ways; the number after the last edge's stands for those without an edge.
     */
    private BitSet edges() {
        BitSet edges = new BitSet(network.edgeCount() + 1);
        for (int place = 0; place < labels.size(); place++) {
            int node = labels.node(place);
            if (node < network.nodeCount() && labels.get(node) != labels.below(node)) {
                for (int i = 0; i < network.degree(node); i++) {
                    edges.set(network.edgeAt(node, i));
                }
            }
        }
        facilities.forEachEdge(plan::isClosed, edges::set);
        opened.forEachEdge(facility -> true, edges::set);
        for (Split split : ways.splits()) {
            edges.set(split.edge());
        }
        for (int home : onWays.keySet()) {
            int edge = baseline.homes().snaps().edge(home);
            edges.set(edge == Snaps.NONE ? network.edgeCount() : edge);
        }
        return edges;
    }

    private void compare(int edge, Changes changes) {
        HomesByEdge byEdge = baseline.byEdge();
        long[] before = baseline.homeLabels(plan.category());
        boolean isWalkable = edge < network.edgeCount() && costs.isWalkable(edge);
        for (int place = byEdge.first(edge); place < byEdge.first(edge + 1); place++) {
            int home = byEdge.home(place);
            long best = isWalkable ? onEdge(edge, place) : Label.NONE;
            if (!onWays.isEmpty() && onWays.containsKey(home)) {
                best = Math.min(best, onWay(onWays.get(home)));
            }
            long label = Label.cost(best) <= baseline.limit() ? best : Label.NONE;
            if (label != before[place]) {
                changes.add(home, before[place], label);
            }
        }
    }

    private long onEdge(int edge, int place) {
        long along = baseline.byEdge().along(place);
        long off = baseline.byEdge().off(place);
        long best = facilities.straight(edge, along, off, plan::stays);
        best = Math.min(best, opened.straight(edge, along, off, facility -> true));
        best = Math.min(best, after(network.from(edge), off + along));
        best = Math.min(best, after(network.to(edge), off + network.length(edge) - along));
        for (Split split : ways.splitsOf(edge)) {
            if (labels.isSet(split.node())) {
                best = Math.min(best, after(split.node(), off + Math.abs(along - split.along())));
            }
        }
        return best;
    }

    private long onWay(Snap snap) {
        return Math.min(
                after(snap.before(), (long) snap.off() + snap.toBefore()),
                after(snap.after(), (long) snap.off() + snap.toAfter()));
    }

    private long after(int node, long millimetres) {
        long label = labels.get(node);
        return label == Label.NONE ? Label.NONE : Label.plus(label, costs.ofLength(millimetres));
    }
}
