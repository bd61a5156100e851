package org.weiwang.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import org.weiwang.edition.scenario.KeptScenario;

/** Reads the plans of kept scenarios. */
final class KeptPlan {
    private KeptPlan() {}

    /** With the members of {@link ScenarioBody#MEMBERS}. */
    static JsonObject of(KeptScenario scenario) {
        try {
            return new JsonObject(
                    "",
                    Json.MAPPER.readTree(scenario.plan()),
                    ScenarioBody.MEMBERS.toArray(String[]::new));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
