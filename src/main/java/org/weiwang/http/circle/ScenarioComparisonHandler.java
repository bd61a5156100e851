package org.weiwang.http.circle;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.planning.Effects;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.edition.scenario.NoSuchScenarioException;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.TableFormat;

/**
 * {@code GET /api/v1/circle/scenarios/compare}: what kept scenarios change, side by side: all by
 * one question and from the same data.
 */
final class ScenarioComparisonHandler implements Handler {
    private static final String IDS = "ids";
    private static final int FEWEST = 2;
    private static final int MOST = 10;

    private final Circles circles;
    private final KeptEffects keptEffects;

    ScenarioComparisonHandler(Circles circles, KeptEffects keptEffects) {
        this.circles = circles;
        this.keptEffects = keptEffects;
    }

    @Override
    public void handle(Context context)
            throws IOException, BusyException, InterruptedException, NoSuchScenarioException {
        Parameters parameters =
                Parameters.of(
                        context,
                        IDS,
                        CircleParameters.STANDARD,
                        CircleParameters.PROFILE,
                        CircleParameters.RULE,
                        CircleParameters.LEVEL,
                        TableFormat.PARAMETER);
        Division.Level level = CircleParameters.level(parameters);
        boolean isCsv = TableFormat.isCsv(parameters);
        List<KeptScenario> scenarios = scenarios(parameters.required(IDS));
        Question question =
                KeptEffects.question(parameters, circles.standards(), scenarios.get(0).entry());
        LivingCircle circle = circles.current();
        List<Effects> effects = keptEffects.of(scenarios, circle, question, level);
        ComparedScenarios compared =
                ComparedScenarios.of(
                        scenarios.stream().map(KeptScenario::entry).toList(),
                        effects,
                        question.standard());
        Privacy.forThisCallerOnly(context);
        EditionsHeader.setIds(context, circle.city().versions().editions());
        if (isCsv) {
            compared.writeCsv(context, circle.stamp(question));
        } else {
            Json.write(context, compared.document(circle.stamp(question), level));
        }
    }

    private List<KeptScenario> scenarios(String ids) throws NoSuchScenarioException {
        List<String> named = List.of(ids.split(",", -1));
        if (named.size() < FEWEST
                || named.size() > MOST
                || named.stream().distinct().count() < named.size()
                || !named.stream().allMatch(ScenarioId::isOne)) {
            throw Problem.badParameter(
                            IDS,
                            "ids must be %d to %d different ids of scenarios, such as 3,5, not \"%s\""
                                    .formatted(FEWEST, MOST, ids))
                    .exception();
        }
        List<KeptScenario> scenarios = new ArrayList<>();
        for (String id : named) {
            scenarios.add(ScenarioId.find(id, circles.scenarios()));
        }
        return scenarios;
    }
}
