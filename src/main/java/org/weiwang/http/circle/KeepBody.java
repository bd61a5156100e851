package org.weiwang.http.circle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.circle.analysis.Question;
import org.weiwang.edition.scenario.Heading;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.JsonBody;
import org.weiwang.http.wire.JsonObject;
import org.weiwang.http.wire.ProblemException;

/**
 * What a request to keep a scenario says.
 *
 * @param note empty where none was given
 * @param plan as {@link org.weiwang.edition.scenario.KeptScenario#plan}
 * @param scenario the same, understood
 */
record KeepBody(String name, String note, String plan, ScenarioBody scenario) {
    private static final String NAME = "name";
    private static final String NOTE = "note";

    /**
     * Reads a body with the members that are kept.
     *
     * @param patience as {@link BatchLimits#patience}
     * @param more members that it may have besides
     * @throws ProblemException when it has others, is too large or comes too slowly
     */
    static JsonObject object(Context context, Duration patience, String... more)
            throws IOException {
        List<String> members = new ArrayList<>(List.of(NAME, NOTE));
        members.addAll(ScenarioBody.MEMBERS);
        members.addAll(List.of(more));
        return JsonBody.object(
                context, ScenarioBody.LONGEST, patience, members.toArray(String[]::new));
    }

    /**
     * @throws ProblemException when a member is not as it must be
     */
    static KeepBody of(JsonObject body) {
        return new KeepBody(
                body.name(NAME, Heading.LONGEST_NAME),
                body.has(NOTE) ? body.text(NOTE, Heading.LONGEST_NOTE) : "",
                plan(body),
                ScenarioBody.of(body));
    }

    private static String plan(JsonObject body) {
        ObjectNode plan = Json.MAPPER.createObjectNode();
        for (String member : ScenarioBody.MEMBERS) {
            plan.set(
                    member, body.has(member) ? body.member(member) : Json.MAPPER.createArrayNode());
        }
        return plan.toString();
    }

    /** Of a scenario by whose standard, walker and rule its effects are asked for. */
    Heading heading(Heading kept) {
        return new Heading(name, note, kept.standard(), kept.profile(), kept.rule());
    }

    Heading heading(Question question) {
        return new Heading(
                name, note, question.standard().id(), question.profile(), question.rule());
    }
}
