package org.weiwang.http.circle;

import java.util.List;
import java.util.Map;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.planning.Effects;
import org.weiwang.circle.planning.Plan;
import org.weiwang.circle.standard.Standards;
import org.weiwang.edition.scenario.Entry;
import org.weiwang.edition.scenario.Heading;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/** Finds the effects of kept scenarios. Thread-safe. */
final class KeptEffects {
    private final PlanEffects effects;

    KeptEffects(PlanEffects effects) {
        this.effects = effects;
    }

    /**
     * What the parameters ask for and, where they don't say, what the scenario was kept with; but
     * by another standard, whose walkers are others, what that usually says.
     *
     * @throws ProblemException 422 when it was kept with what is not there any more
     */
    static Question question(Parameters parameters, Standards standards, Entry entry) {
        Heading kept = entry.heading();
        Map<String, String> asKept =
                Map.of(
                        CircleParameters.STANDARD, kept.standard(),
                        CircleParameters.PROFILE, kept.profile(),
                        CircleParameters.RULE, kept.rule().name());
        String standard = parameters.text(CircleParameters.STANDARD).orElse(kept.standard());
        Parameters all = standard.equals(kept.standard()) ? parameters.orElse(asKept) : parameters;
        try {
            return CircleParameters.question(all, standards);
        } catch (ProblemException e) {
            boolean isAsked = parameters.has((String) e.problem().more().get("parameter"));
            throw isAsked ? e : outdated(entry, e);
        }
    }

    /**
     * The effects of each, in their order.
     *
     * @throws ProblemException 422 when a plan does not fit the circle's city or the question's
     *     standard, as when a facility that it names is gone
     * @throws BusyException as {@link PlanEffects#of}
     */
    List<Effects> of(
            List<KeptScenario> scenarios,
            LivingCircle circle,
            Question question,
            Division.Level level)
            throws BusyException, InterruptedException {
        return effects.of(
                () -> scenarios.stream().map(one -> plan(one, question, circle.city())).toList(),
                circle,
                question,
                level);
    }

    private static Plan plan(KeptScenario scenario, Question question, City city) {
        try {
            return ScenarioBody.of(KeptPlan.of(scenario)).plan(question, city);
        } catch (ProblemException e) {
            throw outdated(scenario.entry(), e);
        }
    }

    private static ProblemException outdated(Entry entry, ProblemException fault) {
        return Problem.planOutdated(entry.id(), fault.problem()).exception();
    }
}
