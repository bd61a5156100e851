package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.weiwang.access.Actor;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.Division;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.edition.scenario.NoSuchScenarioException;

/**
 * {@code POST /api/v1/circle/scenarios} and {@code PUT /api/v1/circle/scenarios/{id}}: keeps a
 * scenario, or another in the place of one that is kept. Only what has effects that can be told is
 * kept.
 */
final class ScenarioKeeping {
    private final Circles circles;
    private final PlanEffects effects;
    private final Duration patience;

    /**
     * @param patience as {@link BatchLimits#patience}
     */
    ScenarioKeeping(Circles circles, PlanEffects effects, Duration patience) {
        this.circles = circles;
        this.effects = effects;
        this.patience = patience;
    }

    void keep(Context context)
            throws IOException, BusyException, InterruptedException, ConflictException {
        Question question = question(context);
        KeepBody body = checked(KeepBody.of(KeepBody.object(context, patience)), question);
        KeptScenario kept =
                circles.scenarios().keep(body.heading(question), body.plan(), actor(context));
        context.status(HttpStatus.CREATED);
        context.header("Location", "/api/v1/circle/scenarios/" + kept.entry().id());
        KeptScenarioHandler.write(context, kept);
    }

    void replace(Context context)
            throws IOException,
                    BusyException,
                    InterruptedException,
                    ConflictException,
                    NoSuchScenarioException {
        Question question = question(context);
        long id = ScenarioId.of(context);
        JsonObject object = KeepBody.object(context, patience, ScenarioVersion.REPLACES);
        Instant replaced = ScenarioVersion.of(object);
        KeepBody body = checked(KeepBody.of(object), question);
        KeptScenarioHandler.write(
                context,
                circles.scenarios()
                        .replace(
                                id, replaced, body.heading(question), body.plan(), actor(context)));
    }

    private Question question(Context context) {
        Parameters parameters =
                Parameters.of(
                        context,
                        CircleParameters.STANDARD,
                        CircleParameters.PROFILE,
                        CircleParameters.RULE);
        return CircleParameters.question(parameters, circles.standards());
    }

    private KeepBody checked(KeepBody body, Question question)
            throws BusyException, InterruptedException {
        effects.of(body.scenario(), circles.current(), question, Division.Level.COMMUNITY);
        return body;
    }

    private static Actor actor(Context context) {
        return Caller.of(context).actor();
    }
}
