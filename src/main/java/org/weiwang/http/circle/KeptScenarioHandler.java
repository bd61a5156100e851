package org.weiwang.http.circle;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.edition.scenario.NoSuchScenarioException;
import org.weiwang.edition.scenario.ScenarioStore;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;

/** {@code GET /api/v1/circle/scenarios/{id}}: one that is kept, with its plan. */
final class KeptScenarioHandler implements Handler {
    private record Document(@JsonUnwrapped KeptDocument scenario, @JsonRawValue String plan) {}

    private final ScenarioStore store;

    KeptScenarioHandler(ScenarioStore store) {
        this.store = store;
    }

    @Override
    public void handle(Context context) throws NoSuchScenarioException {
        Parameters.of(context);
        write(context, ScenarioId.find(context, store));
    }

    static void write(Context context, KeptScenario scenario) {
        Privacy.forThisCallerOnly(context);
        Json.write(context, new Document(KeptDocument.of(scenario.entry()), scenario.plan()));
    }
}
