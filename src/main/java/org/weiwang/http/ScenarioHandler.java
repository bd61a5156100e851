package org.weiwang.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.atlas.circle.Turns;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.planning.CategoryEffect;
import org.weiwang.circle.planning.Effects;
import org.weiwang.circle.planning.GroupEffect;
import org.weiwang.circle.planning.Plan;
import org.weiwang.circle.planning.Planning;
import org.weiwang.circle.standard.Category;

/**
 * {@code POST /api/v1/circle/scenario}: what changes for whom if facilities were added, moved or
 * closed, and roads or bridges added, joined as {@link Planning} says. Nothing of it is kept.
 */
final class ScenarioHandler implements Handler {
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private record Document(
            @JsonUnwrapped CircleStamp stamp,
            Division.Level level,
            List<CategoryEntry> categories,
            List<GridEntry> grids,
            List<Integer> unjoined) {}

    private record CategoryEntry(
            String category,
            String name,
            String nameEn,
            Long householdsBefore,
            Long householdsAfter,
            Long gained,
            Long lost,
            Double minutesBefore,
            Double minutesAfter) {}

    private record GridEntry(
            String code,
            String category,
            long gained,
            long lost,
            double shareHouseholdsBefore,
            double shareHouseholdsAfter) {}

    private final Circles circles;
    private final Duration patience;
    private final Turns turns =
            new Turns(AT_ONCE, AT_ONCE + " scenarios are being computed; ask again later");

    /**
     * @param patience as {@link BatchLimits#patience}
     */
    ScenarioHandler(Circles circles, Duration patience) {
        this.circles = circles;
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
        Effects effects =
                turns.take(
                        () -> {
                            Plan plan = body.plan(question, circle.city());
                            Planning planning = circle.planning(question);
                            return planning.effects(plan, level);
                        });
        CircleStamp stamp = CircleStamp.of(circle.stamp(question));
        EditionsHeader.setIds(context, stamp.editions());
        Json.write(
                context,
                new Document(
                        stamp,
                        level,
                        effects.categories().stream()
                                .map(effect -> entry(effect, question))
                                .toList(),
                        effects.categories().stream()
                                .flatMap(e -> e.groups().stream().map(group -> entry(group, e)))
                                .toList(),
                        effects.unjoined()));
    }

    private static CategoryEntry entry(CategoryEffect effect, Question question) {
        Category category = question.standard().category(effect.category()).orElseThrow();
        return new CategoryEntry(
                category.id(),
                category.name(),
                category.nameEn(),
                effect.householdsBefore(),
                effect.householdsAfter(),
                effect.gained(),
                effect.lost(),
                effect.minutesBefore(),
                effect.minutesAfter());
    }

    private static GridEntry entry(GroupEffect group, CategoryEffect effect) {
        return new GridEntry(
                group.code(),
                effect.category(),
                group.gained(),
                group.lost(),
                group.shareBefore(),
                group.shareAfter());
    }
}
