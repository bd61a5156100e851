package org.weiwang.circle.planning;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
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
        Places homes = households.city().homes();
        Crossings whole = new Crossings(1);
        Crossings groups = new Crossings(of.length);
        for (int change = 0; change < changes.size(); change++) {
            boolean after = isServed(changes.after(change));
            if (after != isServed(changes.before(change))) {
                int home = changes.home(change);
                whole.add(0, households.of(home), after);
                int group = homes.group(level, home);
                if (group != Places.NONE) {
                    groups.add(group, households.of(home), after);
                }
            }
        }
        return new CategoryEffect(
                category.id(),
                ifKnown(served),
                ifKnown(served + whole.gained(0) - whole.lost(0)),
                ifKnown(whole.gained(0)),
                ifKnown(whole.lost(0)),
                minutes(costs),
                minutes(costs.with(changes)),
                groups.groups().mapToObj(group -> effect(groups, group, level, of)).toList());
    }

    private GroupEffect effect(Crossings crossings, int group, Division.Level level, long[] of) {
        long before = servedOfGroups.get(level)[group];
        long after = before + crossings.gained(group) - crossings.lost(group);
        return new GroupEffect(
                households.city().divisions().get(level).codes().get(group),
                crossings.gained(group),
                crossings.lost(group),
                (double) before / of[group],
                (double) after / of[group]);
    }

    private Long ifKnown(long count) {
        return limit.isPresent() ? count : null;
    }

    private Double minutes(CostWeights of) {
        OptionalInt median = of.median();
        return median.isPresent() ? (Double) question.minutes(median.getAsInt()) : null;
    }

    long bytes() {
        return costs.bytes() + servedOfGroups.values().stream().mapToLong(s -> 8L * s.length).sum();
    }
}
