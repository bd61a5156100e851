package org.weiwang.http.circle;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.weiwang.http.wire.JsonObject;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/**
 * Says, as {@code replaces}, which state of a scenario a request is to replace or delete: its
 * {@code changedAt} as it was read. So nobody does away with what they have not seen.
 */
final class ScenarioVersion {
    static final String REPLACES = "replaces";

    private static final String RULE = "replaces must be the changedAt of the scenario as read";

    private ScenarioVersion() {}

    /**
     * @throws ProblemException when the parameter is missing or no time
     */
    static Instant of(Parameters parameters) {
        String text = parameters.required(REPLACES);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badParameter(REPLACES, "%s, not \"%s\"".formatted(RULE, text))
                    .exception();
        }
    }

    /**
     * @throws ProblemException when the member is missing or no time
     */
    static Instant of(JsonObject body) {
        String text = body.text(REPLACES);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badBody(REPLACES, "%s, not \"%s\"".formatted(RULE, text)).exception();
        }
    }
}
