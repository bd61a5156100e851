package org.weiwang.http.circle;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.scenario.NoSuchScenarioException;
import org.weiwang.edition.scenario.ScenarioStore;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.Parameters;

/** {@code DELETE /api/v1/circle/scenarios/{id}}: keeps one no longer. */
final class ScenarioDeleteHandler implements Handler {
    private final ScenarioStore store;

    ScenarioDeleteHandler(ScenarioStore store) {
        this.store = store;
    }

    @Override
    public void handle(Context context) throws ConflictException, NoSuchScenarioException {
        Parameters parameters = Parameters.of(context, ScenarioVersion.REPLACES);
        store.delete(
                ScenarioId.of(context), ScenarioVersion.of(parameters), Caller.of(context).actor());
        context.status(HttpStatus.NO_CONTENT);
    }
}
