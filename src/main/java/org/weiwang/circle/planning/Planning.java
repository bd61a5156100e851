package org.weiwang.circle.planning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.whatif.Baseline;
import org.weiwang.circle.whatif.Changes;
import org.weiwang.circle.whatif.Homes;
import org.weiwang.circle.whatif.Outcome;
import org.weiwang.circle.whatif.Scenario;
import org.weiwang.circle.whatif.Streets;
import org.weiwang.circle.whatif.WhatIf;

/**
 * Finds what plans change in a city by one question, each for itself. Equal to what an analysis of
 * the city as planned says; but for ways, on which costs are rounded at other places, and which are
 * joined within {@link #TOLERANCE} metres rather than the half metre of the roads in force: they
 * are drawn by hand on a map. Immutable and thread-safe.
 */
public final class Planning {
    /** The levels of groups for which effects are told, the smallest first. */
    public static final List<Division.Level> LEVELS =
            List.of(Division.Level.MICRO, Division.Level.GENERAL, Division.Level.COMMUNITY);

    /** How far a plan's ways may miss what they are to meet, and their ends each other: metres. */
    public static final double TOLERANCE = 5;

    private final City city;
    private final List<Category> categories;
    private final Baseline baseline;
    private final List<Standing> standings;
    private final Map<Division.Level, long[]> householdsOfGroups =
            new EnumMap<>(Division.Level.class);

    private Planning(City city, Question question, Baseline baseline) {
        this.city = city;
        this.categories = question.standard().categories();
        this.baseline = baseline;
        Households households = new Households(city);
        this.standings =
                IntStream.range(0, categories.size())
                        .mapToObj(number -> new Standing(question, households, baseline, number))
                        .toList();
        for (Division.Level level : LEVELS) {
            householdsOfGroups.put(level, households.sums(level, home -> true));
        }
    }

    /**
     * Searches the whole city, so that plans need not.
     *
     * @param threads one or more, each for a category at a time
     * @throws InterruptedException when the calling thread was interrupted
     */
    public static Planning of(City city, Question question, int threads)
            throws InterruptedException {
        Walk walk = city.walk(question.walker().takesSteps());
        WalkCosts costs = question.costs(city.roads().network());
        Baseline baseline =
                Baseline.of(
                        new Streets(costs, walk.index(), walk.farthest(), TOLERANCE),
                        question.searchLimit(),
                        question.standard().categories().stream()
                                .map(c -> walk.destinations(costs, city.sitesIn(c.facilities())))
                                .toList(),
                        new Homes(walk.homes(), city.homes()::position),
                        threads);
        return new Planning(city, question, baseline);
    }

    /**
     * @param level of the groups, one of {@link #LEVELS}
     * @throws IllegalArgumentException when the plan closes or moves a site twice
     * @throws IndexOutOfBoundsException when the city has no site of a number
     */
    public Effects effects(Plan plan, Division.Level level) {
        Outcome outcome = WhatIf.of(baseline, scenario(plan));
        List<CategoryEffect> effects = new ArrayList<>();
        for (int category = 0; category < categories.size(); category++) {
            Changes changes = outcome.changes().get(category);
            if (changesWalks(changes)) {
                effects.add(
                        standings
                                .get(category)
                                .effect(changes, level, householdsOfGroups.get(level)));
            }
        }
        return new Effects(effects, outcome.unjoined());
    }

    /** Another facility at the same cost is no change to who walks there. */
    private static boolean changesWalks(Changes changes) {
        return IntStream.range(0, changes.size())
                .anyMatch(i -> Label.cost(changes.before(i)) != Label.cost(changes.after(i)));
    }

    /** A facility counts in each category that takes it. */
    private Scenario scenario(Plan plan) {
        List<Scenario.Added> added = new ArrayList<>();
        List<Scenario.Moved> moved = new ArrayList<>();
        List<Scenario.Closed> closed = new ArrayList<>();
        for (int number = 0; number < categories.size(); number++) {
            int category = number;
            Set<String> taken = categories.get(category).facilities();
            plan.added().stream()
                    .filter(site -> taken.contains(site.category()))
                    .map(site -> new Scenario.Added(category, List.of(site.entrance())))
                    .forEach(added::add);
            plan.moved().stream()
                    .filter(site -> taken.contains(categoryOf(site.site())))
                    .map(s -> new Scenario.Moved(category, s.site(), List.of(s.entrance())))
                    .forEach(moved::add);
            plan.closed().stream()
                    .filter(site -> taken.contains(categoryOf(site)))
                    .map(site -> new Scenario.Closed(category, site))
                    .forEach(closed::add);
        }
        return new Scenario(added, moved, closed, plan.ways());
    }

    private String categoryOf(int site) {
        return city.sites().get(site).category();
    }

    /** The memory that it takes beside the city. */
    public long bytes() {
        return baseline.bytes() + standings.stream().mapToLong(Standing::bytes).sum();
    }
}
