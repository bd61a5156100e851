package org.weiwang.http.circle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.planning.CategoryEffect;
import org.weiwang.circle.planning.Effects;
import org.weiwang.circle.planning.GroupEffect;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.standard.Standard;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.edition.scenario.NoSuchScenarioException;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;
import org.weiwang.http.wire.TableFormat;

/**
 * {@code GET /api/v1/circle/scenarios/{id}/effects}: what changes for whom by a kept scenario, also
 * as a spreadsheet with a row for each grid and category.
 */
final class KeptEffectsHandler implements Handler {
    private record Document(long id, String name, @JsonUnwrapped EffectsDocument effects) {}

    private final Circles circles;
    private final KeptEffects keptEffects;

    KeptEffectsHandler(Circles circles, KeptEffects keptEffects) {
        this.circles = circles;
        this.keptEffects = keptEffects;
    }

    @Override
    public void handle(Context context)
            throws IOException, BusyException, InterruptedException, NoSuchScenarioException {
        Parameters parameters =
                Parameters.of(
                        context,
                        CircleParameters.STANDARD,
                        CircleParameters.PROFILE,
                        CircleParameters.RULE,
                        CircleParameters.LEVEL,
                        TableFormat.PARAMETER);
        Division.Level level = CircleParameters.level(parameters);
        boolean isCsv = TableFormat.isCsv(parameters);
        KeptScenario scenario = ScenarioId.find(context, circles.scenarios());
        Question question = KeptEffects.question(parameters, circles.standards(), scenario.entry());
        LivingCircle circle = circles.current();
        Effects effects = keptEffects.of(List.of(scenario), circle, question, level).get(0);
        Privacy.forThisCallerOnly(context);
        EditionsHeader.setIds(context, circle.city().versions().editions());
        if (isCsv) {
            writeCsv(
                    context,
                    scenario.entry().id(),
                    circle.stamp(question),
                    question.standard(),
                    effects);
        } else {
            Json.write(
                    context,
                    new Document(
                            scenario.entry().id(),
                            scenario.entry().heading().name(),
                            EffectsDocument.of(
                                    circle.stamp(question), question.standard(), level, effects)));
        }
    }

    private static void writeCsv(
            Context context, long id, Stamp stamp, Standard standard, Effects effects)
            throws IOException {
        EffectsSheet sheet =
                new EffectsSheet(
                        context,
                        "scenario-" + id,
                        stamp,
                        "code",
                        "category",
                        "name",
                        "nameEn",
                        "gained",
                        "lost",
                        "shareHouseholdsBefore",
                        "shareHouseholdsAfter");
        for (CategoryEffect effect : effects.categories()) {
            Category category = standard.category(effect.category()).orElseThrow();
            for (GroupEffect group : effect.groups()) {
                sheet.row(
                        group.code(),
                        category.id(),
                        category.name(),
                        category.nameEn(),
                        group.gained(),
                        group.lost(),
                        group.shareBefore(),
                        group.shareAfter());
            }
        }
        sheet.flush();
    }
}
