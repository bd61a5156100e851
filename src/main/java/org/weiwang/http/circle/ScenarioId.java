package org.weiwang.http.circle;

import io.javalin.http.Context;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.edition.scenario.NoSuchScenarioException;
import org.weiwang.edition.scenario.ScenarioStore;

/** The id of a kept scenario in a request: a whole number. */
final class ScenarioId {
    private ScenarioId() {}

    /** The one in the path. */
    static long of(Context context) throws NoSuchScenarioException {
        return of(context.pathParam("id"));
    }

    private static long of(String text) throws NoSuchScenarioException {
        if (!isOne(text)) {
            throw new NoSuchScenarioException(text);
        }
        return Long.parseLong(text);
    }

    /** Whether a scenario may have such an id. */
    static boolean isOne(String text) {
        return text.matches("[1-9][0-9]{0,17}");
    }

    /** The scenario whose id is in the path. */
    static KeptScenario find(Context context, ScenarioStore store) throws NoSuchScenarioException {
        return find(context.pathParam("id"), store);
    }

    static KeptScenario find(String text, ScenarioStore store) throws NoSuchScenarioException {
        return store.find(of(text)).orElseThrow(() -> new NoSuchScenarioException(text));
    }
}
