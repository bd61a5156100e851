package org.weiwang.http.circle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.JsonObject;

/** Reads the plans of kept scenarios. */
final class KeptPlan {
    private KeptPlan() {}

    /** With the members of {@link ScenarioBody#MEMBERS}. */
    static JsonObject of(KeptScenario scenario) {
        return new JsonObject(
                "", tree(scenario.plan()), ScenarioBody.MEMBERS.toArray(String[]::new));
    }

    /**
     * Whether the scenario has this plan, however it is written.
     *
     * @param plan as {@link KeptScenario#plan}
     */
    static boolean isOf(KeptScenario scenario, String plan) {
        return tree(scenario.plan()).equals(tree(plan));
    }

    private static JsonNode tree(String plan) {
        try {
            return Json.MAPPER.readTree(plan);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
