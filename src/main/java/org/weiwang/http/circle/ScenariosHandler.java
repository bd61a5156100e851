package org.weiwang.http.circle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.weiwang.edition.scenario.ScenarioStore;
import org.weiwang.edition.scenario.ScenarioSummary;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;

/** {@code GET /api/v1/circle/scenarios}: all that are kept, the one changed last first. */
final class ScenariosHandler implements Handler {
    private record Document(List<Summary> scenarios) {}

    private record Summary(
            @JsonUnwrapped KeptDocument scenario, int added, int moved, int closed, int roads) {}

    private final ScenarioStore store;

    ScenariosHandler(ScenarioStore store) {
        this.store = store;
    }

    @Override
    public void handle(Context context) {
        Parameters.of(context);
        Privacy.forThisCallerOnly(context);
        Json.write(
                context,
                new Document(store.all().stream().map(ScenariosHandler::describe).toList()));
    }

    private static Summary describe(ScenarioSummary summary) {
        return new Summary(
                KeptDocument.of(summary.entry()),
                summary.added(),
                summary.moved(),
                summary.closed(),
                summary.roads());
    }
}
