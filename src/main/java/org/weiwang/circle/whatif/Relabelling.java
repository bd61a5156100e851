package org.weiwang.circle.whatif;

import org.weiwang.circle.reach.Buckets;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.WalkCosts;

/**
 * A search on top of the baseline's labels of one category. The labels of closed facilities are
 * cleared: each such node has a neighbour from which its label came, so all hang together with the
 * facility's seeds. They are sown again from around the gap and from the entrances inside it; those
 * that are opened improve on what there is.
 */
final class Relabelling {
    private final WalkCosts costs;
    private final int limit;
    private final Destinations facilities;
    private final CategoryPlan plan;
    private final ChangedLabels labels;
    private final Buckets buckets;
    private int lowest;

    private Relabelling(Baseline baseline, CategoryPlan plan) {
        this.costs = baseline.costs();
        this.limit = baseline.limit();
        this.facilities = baseline.facilities(plan.category());
        this.plan = plan;
        this.labels = new ChangedLabels(baseline.nodeLabels(plan.category()));
        this.buckets = new Buckets(limit);
        this.lowest = limit;
    }

    /** The labels of all nodes when the plan's facilities are closed and the opened ones open. */
    static ChangedLabels of(Baseline baseline, CategoryPlan plan, Destinations opened) {
        Relabelling relabelling = new Relabelling(baseline, plan);
        if (plan.closesAny()) {
            relabelling.clear();
            relabelling.fill();
        }
        opened.forEachSeed(relabelling::improve);
        relabelling.spread();
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

    private void improve(int node, long label) {
        int cost = Label.cost(label);
        if (cost <= limit && label < labels.get(node)) {
            labels.set(node, label);
            buckets.add(cost, node);
            lowest = Math.min(lowest, cost);
        }
    }

    private void spread() {
        for (int bucket = Buckets.of(lowest); bucket < buckets.count(); bucket++) {
            for (int i = 0; i < buckets.size(bucket); i++) {
                int node = buckets.get(bucket, i);
                long label = labels.get(node);
                if (Buckets.of(Label.cost(label)) == bucket) {
                    costs.forEachArc(node, (to, cost) -> improve(to, Label.plus(label, cost)));
                }
            }
            buckets.clear(bucket);
        }
    }
}
