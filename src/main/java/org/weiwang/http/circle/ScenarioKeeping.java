package org.weiwang.http.circle;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.weiwang.access.Actor;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.Division;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.scenario.Heading;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.edition.scenario.NoSuchScenarioException;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.JsonObject;
import org.weiwang.http.wire.Parameters;

/**
 * {@code POST /api/v1/circle/scenarios} and {@code PUT /api/v1/circle/scenarios/{id}}: keeps a
 * scenario, or another in the place of one that is kept. Only what has effects that can be told is
 * kept; but what is kept may get another name and note.
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
        Question question = question(parameters(context));
        KeepBody body = KeepBody.of(KeepBody.object(context, patience));
        check(body, question);
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
        Parameters parameters = parameters(context);
        JsonObject object = KeepBody.object(context, patience, ScenarioVersion.REPLACES);
        Instant replaced = ScenarioVersion.of(object);
        KeepBody body = KeepBody.of(object);
        KeptScenario kept = ScenarioId.find(context, circles.scenarios());
        Heading heading = heading(parameters, body, kept);
        KeptScenarioHandler.write(
                context,
                circles.scenarios()
                        .replace(
                                kept.entry().id(), replaced, heading, body.plan(), actor(context)));
    }

    /** Its name and note may change though what was planned, or the standard, is gone since. */
    private Heading heading(Parameters parameters, KeepBody body, KeptScenario kept)
            throws BusyException, InterruptedException {
        Heading renamed = body.heading(kept.entry().heading());
        boolean isSamePlan = KeptPlan.isOf(kept, body.plan());
        if (isSamePlan && areNamed(renamed, parameters)) {
            return renamed;
        }
        Question question = question(parameters);
        Heading heading = body.heading(question);
        if (!isSamePlan || !heading.equals(renamed)) {
            check(body, question);
        }
        return heading;
    }

    /** Whether the parameters name the standard, the walker and the rule. */
    private static boolean areNamed(Heading heading, Parameters parameters) {
        return parameters.text(CircleParameters.STANDARD).equals(Optional.of(heading.standard()))
                && parameters.text(CircleParameters.PROFILE).equals(Optional.of(heading.profile()))
                && parameters
                        .text(CircleParameters.RULE)
                        .filter(heading.rule().name()::equalsIgnoreCase)
                        .isPresent();
    }

    private static Parameters parameters(Context context) {
        return Parameters.of(
                context,
                CircleParameters.STANDARD,
                CircleParameters.PROFILE,
                CircleParameters.RULE);
    }

    private Question question(Parameters parameters) {
        return CircleParameters.question(parameters, circles.standards());
    }

    private void check(KeepBody body, Question question)
            throws BusyException, InterruptedException {
        effects.of(body.scenario(), circles.current(), question, Division.Level.COMMUNITY);
    }

    private static Actor actor(Context context) {
        return Caller.of(context).actor();
    }
}
