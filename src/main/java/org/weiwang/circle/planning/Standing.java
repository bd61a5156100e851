package org.weiwang.circle.planning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.whatif.Baseline;
import org.weiwang.circle.whatif.Changes;

/** How the city stands in one category, and what changes make of that. Thread-safe. */
final class Standing {
    private final Question question;
    private final Category category;
    private final OptionalInt limit;
    private final Households households;
    private final CostWeights costs;
    private final long served;
    private final Map<Division.Level, long[]> servedOfGroups = new EnumMap<>(Division.Level.class);

    /**
     * @param number of the category in the baseline
     */
    Standing(Question question, Households households, Baseline baseline, int number) {
        this.question = question;
        this.category = question.standard().categories().get(number);
        this.limit = category.limit(question.rule());
        this.households = households;
        this.costs = CostWeights.of(baseline, number, question.searchLimit(), households);
        this.served = households.sum(home -> isServed(baseline.home(number, home)));
        for (Division.Level level : Planning.LEVELS) {
            servedOfGroups.put(
                    level, households.sums(level, home -> isServed(baseline.home(number, home))));
        }
    }

    private boolean isServed(long label) {
        return limit.isPresent() && label != Label.NONE && Label.cost(label) <= limit.getAsInt();
    }

    /**
     * @param of all households, by group of the level
     */
    CategoryEffect effect(Changes changes, Division.Level level, long[] of) {
        long[] gained = new long[of.length];
        long[] lost = new long[of.length];
        TreeSet<Integer> changed = new TreeSet<>();
        long cityGained = 0;
        long cityLost = 0;
        for (int change = 0; change < changes.size(); change++) {
            boolean before = isServed(changes.before(change));
            boolean after = isServed(changes.after(change));
            long count = households.of(changes.home(change));
            if (before != after && count > 0) {
                cityGained += after ? count : 0;
                cityLost += before ? count : 0;
                int group = households.city().homes().group(level, changes.home(change));
                if (group != Places.NONE) {
                    (after ? gained : lost)[group] += count;
                    changed.add(group);
                }
            }
        }
        List<GroupEffect> groups = new ArrayList<>();
        for (int group : changed) {
            groups.add(group(level, group, gained[group], lost[group], of[group]));
        }
        boolean isKnown = limit.isPresent();
        return new CategoryEffect(
                category.id(),
                isKnown ? served : null,
                isKnown ? served + cityGained - cityLost : null,
                isKnown ? cityGained : null,
                isKnown ? cityLost : null,
                minutes(costs),
                minutes(costs.with(changes)),
                groups);
    }

    private GroupEffect group(Division.Level level, int group, long gained, long lost, long all) {
        long before = servedOfGroups.get(level)[group];
        return new GroupEffect(
                households.city().divisions().get(level).codes().get(group),
                gained,
                lost,
                (double) before / all,
                (double) (before + gained - lost) / all);
    }

    private Double minutes(CostWeights of) {
        OptionalInt median = of.median();
        return median.isPresent() ? (Double) question.minutes(median.getAsInt()) : null;
    }

    long bytes() {
        return costs.bytes() + servedOfGroups.values().stream().mapToLong(s -> 8L * s.length).sum();
    }
}
