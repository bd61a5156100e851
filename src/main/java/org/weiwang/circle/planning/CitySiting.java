package org.weiwang.circle.planning;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.siting.Deadline;
import org.weiwang.circle.siting.NetworkSiting;
import org.weiwang.circle.siting.Proposal;
import org.weiwang.circle.standard.Category;

/** Finds where further facilities of a category would serve most households of a city. */
public final class CitySiting {
    private CitySiting() {}

    /**
     * Takes seconds for tens of thousands of candidates, on all threads, and some 300 MB at most;
     * after the deadline as {@link NetworkSiting#propose} has it.
     *
     * @param category of the question's standard
     * @param candidates where they come onto the city's network, by the walk of who is asked for
     * @param sites how many there may be at most
     * @param capacity how many households a site serves at most
     * @throws IllegalArgumentException when no limit is known for the category
     * @throws org.weiwang.circle.siting.SitingException as {@link NetworkSiting#propose}
     * @throws InterruptedException when the thread was interrupted
     */
    public static Proposal propose(
            City city,
            Question question,
            Category category,
            Snaps candidates,
            int sites,
            OptionalInt capacity,
            int threads,
            Deadline deadline)
            throws InterruptedException {
        int limit =
                category.limit(question.rule())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no limit is known for " + category.id()));
        Walk walk = city.walk(question.walker().takesSteps());
        WalkCosts costs = question.costs(city.roads().network());
        int[] households =
                IntStream.range(0, city.homes().size())
                        .map(home -> Math.toIntExact(city.homes().weight(home)))
                        .toArray();
        return new NetworkSiting(
                        costs,
                        limit,
                        walk.homes(),
                        households,
                        walk.destinations(costs, city.sitesIn(category.facilities())))
                .propose(candidates, sites, capacity, threads, deadline);
    }
}
