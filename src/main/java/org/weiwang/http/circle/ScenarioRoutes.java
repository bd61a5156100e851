package org.weiwang.http.circle;

import java.time.Duration;
import org.weiwang.access.Role;
import org.weiwang.edition.scenario.ScenarioStore;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.wire.Routes;

/**
 * What answers for scenarios: anyone may ask what a plan would change; what is kept tells what
 * somebody plans, such as to close a school, and is for planners.
 */
public final class ScenarioRoutes {
    private static final String ALL = "/api/v1/circle/scenarios";
    private static final String ONE = ALL + "/{id}";

    private ScenarioRoutes() {}

    /**
     * @param patience as {@link BatchLimits#patience}
     */
    public static void register(Routes routes, Circles circles, Duration patience) {
        ScenarioStore store = circles.scenarios();
        PlanEffects effects = new PlanEffects();
        KeptEffects keptEffects = new KeptEffects(effects);
        ScenarioKeeping keeping = new ScenarioKeeping(circles, effects, patience);
        routes.post(
                "/api/v1/circle/scenario",
                new ScenarioHandler(circles, effects, patience),
                Role.VIEWER);
        routes.get(ALL, new ScenariosHandler(store), Role.PLANNER);
        routes.post(ALL, keeping::keep, Role.PLANNER);
        // Before those of one scenario, whose id it would be taken for.
        routes.get(
                ALL + "/compare",
                new ScenarioComparisonHandler(circles, keptEffects),
                Role.PLANNER);
        routes.get(ONE, new KeptScenarioHandler(store), Role.PLANNER);
        routes.put(ONE, keeping::replace, Role.PLANNER);
        routes.delete(ONE, new ScenarioDeleteHandler(store), Role.PLANNER);
        routes.get(ONE + "/effects", new KeptEffectsHandler(circles, keptEffects), Role.PLANNER);
        routes.get(ONE + "/plan.geojson", new KeptPlanHandler(circles), Role.PLANNER);
    }
}
