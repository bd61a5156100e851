package org.weiwang.circle.planning;

import java.util.OptionalInt;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.whatif.Baseline;
import org.weiwang.circle.whatif.Changes;

/** How much weight the homes at each cost have. */
final class CostWeights {
    /** By cost; those that reach nothing are left out. */
    private final long[] weights;

    private final Households households;

    private CostWeights(long[] weights, Households households) {
        this.weights = weights;
        this.households = households;
    }

    /**
     * @param limit of the baseline
     */
    static CostWeights of(Baseline baseline, int category, int limit, Households households) {
        CostWeights costs = new CostWeights(new long[limit + 1], households);
        for (int home = 0; home < households.city().homes().size(); home++) {
            costs.add(baseline.home(category, home), households.weight(home));
        }
        return costs;
    }

    CostWeights with(Changes changes) {
        CostWeights after = new CostWeights(weights.clone(), households);
        for (int change = 0; change < changes.size(); change++) {
            long weight = households.weight(changes.home(change));
            after.add(changes.before(change), -weight);
            after.add(changes.after(change), weight);
        }
        return after;
    }

    private void add(long label, long weight) {
        if (label != Label.NONE) {
            weights[Label.cost(label)] += weight;
        }
    }

    /** Empty where it falls on homes that reach nothing, and without homes. */
    OptionalInt median() {
        long all = households.weightOfAll();
        long sum = 0;
        for (int cost = 0; cost < weights.length; cost++) {
            sum += weights[cost];
            if (all > 0 && 2 * sum >= all) {
                return OptionalInt.of(cost);
            }
        }
        return OptionalInt.empty();
    }

    long bytes() {
        return 8L * weights.length;
    }
}
