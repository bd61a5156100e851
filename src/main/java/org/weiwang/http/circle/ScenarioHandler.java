package org.weiwang.http.circle;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.planning.Effects;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;

/**
 * {@code POST /api/v1/circle/scenario}: what changes for whom if facilities were added, moved or
 * closed, and roads or bridges added, joined as {@link org.weiwang.circle.planning.Planning} says.
 * Nothing of it is kept.
 */
final class ScenarioHandler implements Handler {
    private final Circles circles;
    private final PlanEffects planEffects;
    private final Duration patience;

    /**
     * @param patience as {@link BatchLimits#patience}
     */
    ScenarioHandler(Circles circles, PlanEffects planEffects, Duration patience) {
        this.circles = circles;
        this.planEffects = planEffects;
        this.patience = patience;
    }

    @Override
    public void handle(Context context) throws IOException, BusyException, InterruptedException {
        Parameters parameters =
                Parameters.of(
                        context,
                        CircleParameters.STANDARD,
                        CircleParameters.PROFILE,
                        CircleParameters.RULE,
                        CircleParameters.LEVEL);
        Question question = CircleParameters.question(parameters, circles.standards());
        Division.Level level = CircleParameters.level(parameters);
        ScenarioBody body = ScenarioBody.read(context, patience);
        LivingCircle circle = circles.current();
        Effects effects = planEffects.of(body, circle, question, level);
        EffectsDocument document =
                EffectsDocument.of(circle.stamp(question), question.standard(), level, effects);
        EditionsHeader.setIds(context, document.stamp().editions());
        Json.write(context, document);
    }
}
