package org.weiwang.http.circle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.planning.CategoryEffect;
import org.weiwang.circle.planning.Effects;
import org.weiwang.circle.planning.GroupEffect;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.standard.Standard;

/** What a plan changes, as documents show it. */
record EffectsDocument(
        @JsonUnwrapped CircleStamp stamp,
        Division.Level level,
        List<CategoryEntry> categories,
        List<GridEntry> grids,
        List<Integer> unjoined) {
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

    /**
     * @param stamp by and from what they were found
     * @param standard the one that the stamp names
     * @param level of the groups
     */
    static EffectsDocument of(
            Stamp stamp, Standard standard, Division.Level level, Effects effects) {
        return new EffectsDocument(
                CircleStamp.of(stamp),
                level,
                effects.categories().stream()
                        .map(e -> entry(standard.category(e.category()).orElseThrow(), e))
                        .toList(),
                effects.categories().stream()
                        .flatMap(e -> e.groups().stream().map(group -> entry(group, e)))
                        .toList(),
                effects.unjoined());
    }

    private static CategoryEntry entry(Category category, CategoryEffect effect) {
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
