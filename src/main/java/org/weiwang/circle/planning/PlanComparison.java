package org.weiwang.circle.planning;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.standard.Standard;

/**
 * What several plans change, side by side. Lists of effects have one for each plan, in the order of
 * the plans; that of a plan that changes nothing there says so.
 *
 * @param categories in which by any plan a home walks longer or shorter, in the standard's order
 */
public record PlanComparison(List<OfCategory> categories) {
    /**
     * The plans in one category.
     *
     * @param groups those where by any plan households are gained or lost, ordered by code
     */
    public record OfCategory(List<CategoryEffect> effects, List<OfGroup> groups) {}

    /** The plans in one group and one category. */
    public record OfGroup(List<GroupEffect> effects) {}

    /**
     * @param plans what each changes, of the same city, by the same question and for the groups of
     *     the same level
     */
    public static PlanComparison of(Standard standard, List<Effects> plans) {
        List<OfCategory> compared = new ArrayList<>();
        for (Category category : standard.categories()) {
            List<Optional<CategoryEffect>> effects =
                    plans.stream().map(plan -> plan.category(category.id())).toList();
            effects.stream()
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(CategoryEffect::unchanged)
                    .map(none -> effects.stream().map(effect -> effect.orElse(none)).toList())
                    .map(PlanComparison::compared)
                    .ifPresent(compared::add);
        }
        return new PlanComparison(compared);
    }

    private static OfCategory compared(List<CategoryEffect> effects) {
        List<Map<String, GroupEffect>> changed =
                effects.stream()
                        .map(e -> e.groups().stream().collect(toMap(GroupEffect::code, g -> g)))
                        .toList();
        SortedMap<String, GroupEffect> unchanged = new TreeMap<>();
        changed.forEach(
                groups -> groups.forEach((code, g) -> unchanged.putIfAbsent(code, g.unchanged())));
        return new OfCategory(
                effects,
                unchanged.values().stream()
                        .map(
                                none ->
                                        new OfGroup(
                                                changed.stream()
                                                        .map(g -> g.getOrDefault(none.code(), none))
                                                        .toList()))
                        .toList());
    }
}
