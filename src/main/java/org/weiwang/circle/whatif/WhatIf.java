package org.weiwang.circle.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weiwang.circle.network.AddedWays.Snap;
import org.weiwang.circle.whatif.Outcome.Unreachable;
import org.weiwang.geo.LonLat;

/**
 * Finds what a scenario changes, by searching only where it changes anything.
 *
 * <ul>
 *   <li>Without added ways the outcome is equal, label for label, to a search anew with the changed
 *       facilities.
 *   <li>Added ways worsen nothing for anybody. Homes and entrances of facilities that are opened
 *       come onto an added way that is near enough and nearer than their edge, and keep that edge
 *       too; the other facilities stay where they are on the network. Against a network that is
 *       made anew with the ways, a walk is wrong by a unit for each place where it passes a
 *       junction with an added way, and by twice the tolerance where that spans a gap; and bridges
 *       that have landed stay so, as {@link org.weiwang.circle.network.AddedWays} says.
 * </ul>
 *
 * Thread-safe.
 */
public final class WhatIf {
    private WhatIf() {}

    /**
     * @throws IllegalArgumentException when the scenario names a category or a facility that there
     *     is not, or closes or moves a facility twice
     */
    public static Outcome of(Baseline baseline, Scenario scenario) {
        List<CategoryPlan> plans = CategoryPlan.of(baseline, scenario);
        List<LonLat> stops = plans.stream().flatMap(plan -> plan.entrances().stream()).toList();
        WayGraph ways = new WayGraph(baseline.streets(), scenario, stops);
        Map<Integer, Snap> onWays = ways.snaps(baseline.homes());
        List<Changes> changes = new ArrayList<>();
        List<Unreachable> unreachable = new ArrayList<>();
        for (CategoryPlan plan : plans) {
            if (!plan.changesFacilities() && ways.isEmpty()) {
                changes.add(new Changes());
                continue;
            }
            Opened opened = new Opened(baseline.streets(), plan, ways);
            unreachable.addAll(opened.unreachable());
            ChangedLabels labels = Relabelling.of(baseline, plan, opened, ways);
            changes.add(new HomeChanges(baseline, plan, opened, ways, onWays, labels).find());
        }
        return new Outcome(List.copyOf(changes), List.copyOf(unreachable), ways.unjoined());
    }
}
