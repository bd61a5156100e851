package org.weiwang.circle.whatif;

import org.weiwang.circle.network.AddedWays.Split;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Buckets;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.reach.WalkCosts.Arc;

/**
 * A search on top of the baseline's labels of one category. The labels of closed facilities are
 * cleared: each such node has a neighbour from which its label came, so all hang together with the
 * facility's seeds. They are sown again from around the gap and from the entrances inside it; those
 * that are opened improve on what there is. Then the added ways do: one sets out along them from
 * what is reached by then, so that they worsen nothing, and comes back onto edges only by them.
 */
final class Relabelling {
    private final WalkCosts costs;
    private final int limit;
    private final Destinations facilities;
    private final CategoryPlan plan;
    private final Opened opened;
    private final WayGraph ways;
    private final ChangedLabels labels;
    private final Buckets buckets;
    private int lowest;

    private Relabelling(Baseline baseline, CategoryPlan plan, Opened opened, WayGraph ways) {
        this.costs = baseline.costs();
        this.limit = baseline.limit();
        this.facilities = baseline.facilities(plan.category());
        this.plan = plan;
        this.opened = opened;
        this.ways = ways;
        this.labels = new ChangedLabels(baseline.nodeLabels(plan.category()), ways.nodeCount());
        this.buckets = new Buckets(limit);
        this.lowest = limit;
    }

    /** The labels of all nodes in the scenario; nodes that are added have one as far as set. */
    static ChangedLabels of(Baseline baseline, CategoryPlan plan, Opened opened, WayGraph ways) {
        Relabelling relabelling = new Relabelling(baseline, plan, opened, ways);
        if (plan.closesAny()) {
            relabelling.clear();
            relabelling.fill();
        }
        opened.onNetwork().forEachSeed(relabelling::improve);
        relabelling.spread(false);
        if (!ways.isEmpty()) {
            relabelling.setOut();
            relabelling.spread(true);
        }
        return relabelling.labels;
    }

    private void clear() {
        facilities.forEachSeed((node, label) -> clear(node));
        for (int place = 0; place < labels.size(); place++) {
            costs.forEachArc(labels.node(place), (node, cost) -> clear(node));
        }
    }

    private void clear(int node) {
        long label = labels.get(node);
        if (label != Label.NONE && plan.isClosed(Label.facility(label))) {
            labels.set(node, Label.NONE);
        }
    }

    private void fill() {
        int cleared = labels.size();
        for (int place = 0; place < cleared; place++) {
            int gap = labels.node(place);
            facilities.forEachSeedAt(gap, this::improveIfOpen);
            costs.forEachArc(
                    gap,
                    (node, cost) -> {
                        long label = labels.get(node);
                        if (label != Label.NONE) {
                            improve(gap, Label.plus(label, cost));
                        }
                    });
        }
    }

    private void improveIfOpen(int node, long label) {
        if (plan.stays(Label.facility(label))) {
            improve(node, label);
        }
    }

    private void setOut() {
        for (Split split : ways.splits()) {
            if (costs.isWalkable(split.edge())) {
                labels.lay(split.node(), onEdge(split));
            }
        }
        opened.forEachSeedOnWays(costs, this::improve);
        for (int node : ways.starts()) {
            long label = labels.get(node);
            if (label != Label.NONE) {
                ways.forEachArcOnWays(node, (to, cost) -> improve(to, Label.plus(label, cost)));
            }
        }
    }

    /** What reaches a place on an edge without added ways. */
    private long onEdge(Split split) {
        int edge = split.edge();
        WalkNetwork network = costs.network();
        int toSplit = costs.ofLength(split.along());
        long best = facilities.straight(edge, split.along(), 0, plan::stays);
        best = Math.min(best, opened.onNetwork().straight(edge, split.along(), 0, all -> true));
        best = Math.min(best, after(network.from(edge), toSplit));
        best = Math.min(best, after(network.to(edge), costs.of(edge) - toSplit));
        return Label.cost(best) <= limit ? best : Label.NONE;
    }

    private long after(int node, int cost) {
        long label = labels.get(node);
        return label == Label.NONE ? Label.NONE : Label.plus(label, cost);
    }

    private void improve(int node, long label) {
        int cost = Label.cost(label);
        if (cost <= limit && label < labels.get(node)) {
            labels.set(node, label);
            buckets.add(cost, node);
            lowest = Math.min(lowest, cost);
        }
    }

    private void spread(boolean isOnWays) {
        for (int bucket = Buckets.of(lowest); bucket < buckets.count(); bucket++) {
            for (int i = 0; i < buckets.size(bucket); i++) {
                int node = buckets.get(bucket, i);
                long label = labels.get(node);
                if (Buckets.of(Label.cost(label)) == bucket) {
                    Arc improving = (to, cost) -> improve(to, Label.plus(label, cost));
                    if (node < costs.network().nodeCount()) {
                        costs.forEachArc(node, improving);
                    }
                    if (isOnWays) {
                        ways.forEachArc(node, improving);
                    }
                }
            }
            buckets.clear(bucket);
        }
        lowest = limit;
    }
}
