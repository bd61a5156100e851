package org.weiwang.circle.whatif;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.whatif.Outcome.Unreachable;

/** Finds what a scenario changes, by searching only where it changes anything. Thread-safe. */
public final class WhatIf {
    private WhatIf() {}

    /**
     * Equal, label for label, to searching anew with the changed facilities.
     *
     * @throws IllegalArgumentException when the scenario names a category or a facility that there
     *     is not, or closes or moves a facility twice
     */
    public static Outcome of(Baseline baseline, Scenario scenario) {
        List<Changes> changes = new ArrayList<>();
        List<Unreachable> unreachable = new ArrayList<>();
        for (CategoryPlan plan : CategoryPlan.of(baseline, scenario)) {
            if (!plan.changesFacilities()) {
                changes.add(new Changes());
                continue;
            }
            Destinations opened = plan.opened();
            unreachable.addAll(plan.unreachable(opened));
            ChangedLabels labels = Relabelling.of(baseline, plan, opened);
            changes.add(HomeChanges.of(baseline, plan, opened, labels));
        }
        return new Outcome(List.copyOf(changes), List.copyOf(unreachable));
    }
}
