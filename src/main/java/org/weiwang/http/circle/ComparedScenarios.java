package org.weiwang.http.circle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.planning.CategoryEffect;
import org.weiwang.circle.planning.Effects;
import org.weiwang.circle.planning.GroupEffect;
import org.weiwang.circle.planning.PlanComparison;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.standard.Standard;
import org.weiwang.edition.scenario.Entry;

/**
 * What kept scenarios change, side by side.
 *
 * @param entries of the scenarios
 * @param effects of each, in the same order
 * @param comparison of the same
 */
record ComparedScenarios(
        List<Entry> entries, List<Effects> effects, PlanComparison comparison, Standard standard) {
    private record Document(
            @JsonUnwrapped CircleStamp stamp,
            Division.Level level,
            List<ScenarioEntry> scenarios,
            List<CategoryEntry> categories,
            List<GridEntry> grids) {}

    private record ScenarioEntry(long id, String name, String changedAt, List<Integer> unjoined) {}

    private record CategoryEntry(
            String category,
            String name,
            String nameEn,
            Long householdsBefore,
            Double minutesBefore,
            List<CategoryChange> scenarios) {}

    private record CategoryChange(
            long id, Long householdsAfter, Long gained, Long lost, Double minutesAfter) {}

    private record GridEntry(
            String code,
            String category,
            double shareHouseholdsBefore,
            List<GridChange> scenarios) {}

    private record GridChange(long id, long gained, long lost, double shareHouseholdsAfter) {}

    static ComparedScenarios of(List<Entry> entries, List<Effects> effects, Standard standard) {
        return new ComparedScenarios(
                entries, effects, PlanComparison.of(standard, effects), standard);
    }

    /**
     * @param stamp by and from what the effects were found
     * @param level of the groups
     */
    Object document(Stamp stamp, Division.Level level) {
        return new Document(
                CircleStamp.of(stamp),
                level,
                each(effects, ComparedScenarios::scenario),
                comparison.categories().stream().map(this::category).toList(),
                comparison.categories().stream()
                        .flatMap(of -> of.groups().stream().map(group -> grid(of, group)))
                        .toList());
    }

    private static ScenarioEntry scenario(Entry entry, Effects effects) {
        return new ScenarioEntry(
                entry.id(),
                entry.heading().name(),
                entry.changed().at().toString(),
                effects.unjoined());
    }

    private CategoryEntry category(PlanComparison.OfCategory of) {
        CategoryEffect any = of.effects().get(0);
        Category category = category(any);
        return new CategoryEntry(
                category.id(),
                category.name(),
                category.nameEn(),
                any.householdsBefore(),
                any.minutesBefore(),
                each(
                        of.effects(),
                        (entry, effect) ->
                                new CategoryChange(
                                        entry.id(),
                                        effect.householdsAfter(),
                                        effect.gained(),
                                        effect.lost(),
                                        effect.minutesAfter())));
    }

    private GridEntry grid(PlanComparison.OfCategory of, PlanComparison.OfGroup group) {
        GroupEffect any = group.effects().get(0);
        return new GridEntry(
                any.code(),
                of.effects().get(0).category(),
                any.shareBefore(),
                each(
                        group.effects(),
                        (entry, effect) ->
                                new GridChange(
                                        entry.id(),
                                        effect.gained(),
                                        effect.lost(),
                                        effect.shareAfter())));
    }

    /**
     * With a row for each grid, category and scenario.
     *
     * @param stamp as {@link #document}
     */
    void writeCsv(Context context, Stamp stamp) throws IOException {
        EffectsSheet sheet =
                new EffectsSheet(
                        context,
                        "scenarios",
                        stamp,
                        "scenario",
                        "scenarioName",
                        "code",
                        "category",
                        "name",
                        "nameEn",
                        "shareHouseholdsBefore",
                        "gained",
                        "lost",
                        "shareHouseholdsAfter");
        for (PlanComparison.OfCategory of : comparison.categories()) {
            Category category = category(of.effects().get(0));
            for (PlanComparison.OfGroup group : of.groups()) {
                for (int plan = 0; plan < entries.size(); plan++) {
                    GroupEffect effect = group.effects().get(plan);
                    sheet.row(
                            entries.get(plan).id(),
                            entries.get(plan).heading().name(),
                            effect.code(),
                            category.id(),
                            category.name(),
                            category.nameEn(),
                            effect.shareBefore(),
                            effect.gained(),
                            effect.lost(),
                            effect.shareAfter());
                }
            }
        }
        sheet.flush();
    }

    private Category category(CategoryEffect effect) {
        return standard.category(effect.category()).orElseThrow();
    }

    /** What is made of each scenario and what there is for it, in order. */
    private <T, R> List<R> each(List<T> ofScenarios, BiFunction<Entry, T, R> made) {
        return IntStream.range(0, entries.size())
                .mapToObj(plan -> made.apply(entries.get(plan), ofScenarios.get(plan)))
                .toList();
    }
}
