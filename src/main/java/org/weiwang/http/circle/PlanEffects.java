package org.weiwang.http.circle;

import java.util.List;
import java.util.function.Supplier;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.atlas.circle.Turns;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.planning.Effects;
import org.weiwang.circle.planning.Plan;
import org.weiwang.circle.planning.Planning;
import org.weiwang.http.wire.ProblemException;

/** Finds the effects of plans, of as many at a time as there are processors. Thread-safe. */
final class PlanEffects {
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final Turns turns =
            new Turns(AT_ONCE, AT_ONCE + " scenarios are being computed; ask again later");

    /**
     * @throws ProblemException when the plan names what the circle's city or the question's
     *     standard lacks, or a place that can't be walked to
     * @throws BusyException as {@link Turns#take} and {@link LivingCircle#planning}
     */
    Effects of(ScenarioBody body, LivingCircle circle, Question question, Division.Level level)
            throws BusyException, InterruptedException {
        return of(() -> List.of(body.plan(question, circle.city())), circle, question, level)
                .get(0);
    }

    /**
     * The effects of several plans, in their order: all in one turn, as nothing would be had of the
     * first ones when there is none for the last.
     *
     * @param plans makes them
     * @throws BusyException as {@link Turns#take} and {@link LivingCircle#planning}
     */
    List<Effects> of(
            Supplier<List<Plan>> plans,
            LivingCircle circle,
            Question question,
            Division.Level level)
            throws BusyException, InterruptedException {
        return turns.take(
                () -> {
                    List<Plan> made = plans.get();
                    Planning planning = circle.planning(question);
                    return made.stream().map(plan -> planning.effects(plan, level)).toList();
                });
    }
}
