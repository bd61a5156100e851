package org.weiwang.circle.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.reach.NearestRuns;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.standard.Category;

/**
 * Computes the living circle of a city: every figure from the homes themselves, those of larger
 * groups too, never from the figures of smaller ones.
 */
public final class Analysis {
    private final City city;
    private final Question question;
    private final List<Category> categories;
    private final Walk walk;
    private final WalkCosts costs;
    private final HomesBy homesByEdge;
    private final Groups whole;
    private final Map<Division.Level, Groups> levels = new EnumMap<>(Division.Level.class);

    /** What came of one category. */
    private record Part(
            CategoryColumn column, List<Equity> cityEquity, List<Equity> districtEquity) {}

    private Analysis(City city, Question question) {
        this.city = city;
        this.question = question;
        this.categories = question.standard().categories();
        this.walk = city.walk(question.walker().takesSteps());
        this.costs = question.costs(city.roads().network());
        this.homesByEdge =
                new HomesBy(
                        walk.homes().size(),
                        city.roads().network().edgeCount(),
                        walk.homes()::edge);
        this.whole = Groups.whole(city, walk);
        city.divisions()
                .forEach((level, division) -> levels.put(level, Groups.of(division, city, walk)));
    }

    /**
     * Takes, beside the city and the result, 52 bytes for each home; and for each thread some 40
     * for each home, 24 for each node and 4 for each edge.
     *
     * @param threads one or more, each for a category at a time
     * @throws InterruptedException when the calling thread was interrupted
     */
    public static CircleResult of(City city, Question question, int threads)
            throws InterruptedException {
        return new Analysis(city, question).run(threads);
    }

    private CircleResult run(int threads) throws InterruptedException {
        List<int[]> sites =
                categories.stream().map(category -> city.sitesIn(category.facilities())).toList();
        Part[] parts = new Part[categories.size()];
        NearestRuns.each(
                costs,
                question.searchLimit(),
                sites.stream().map(numbers -> walk.destinations(costs, numbers)).toList(),
                threads,
                (category, search) ->
                        parts[category] =
                                part(categories.get(category), sites.get(category), search));
        return result(List.of(parts));
    }

    private Part part(Category category, int[] sites, NearestSearch search) {
        OptionalInt limit = category.limit(question.rule());
        int[] within =
                limit.isPresent()
                        ? new WithinCount(walk, costs, homesByEdge, limit.getAsInt()).of(sites)
                        : new int[walk.homes().size()];
        CategoryAnalysis analysis =
                new CategoryAnalysis(
                        city, question, Walks.of(category, limit, search, walk, within));
        CategoryColumn column =
                new CategoryColumn(
                        category.id(), levels.values().stream().mapToInt(Groups::size).sum());
        int first = 0;
        for (Groups groups : levels.values()) {
            analysis.fill(column, first, groups);
            first += groups.size();
        }
        List<String> districts = city.divisions().get(Division.Level.DISTRICT).codes();
        return new Part(
                column,
                analysis.equity(whole, group -> null),
                analysis.equity(levels.get(Division.Level.DISTRICT), districts::get));
    }

    private CircleResult result(List<Part> parts) {
        List<CategoryColumn> columns = parts.stream().map(Part::column).toList();
        List<GroupTotals> totals = new ArrayList<>();
        for (Division.Level level : levels.keySet()) {
            for (int group = 0; group < levels.get(level).size(); group++) {
                totals.add(totals(columns, totals.size(), level, group));
            }
        }
        List<Equity> equity = new ArrayList<>();
        parts.forEach(part -> equity.addAll(part.cityEquity));
        for (int i = 0; i < levels.get(Division.Level.DISTRICT).size(); i++) {
            int district = i;
            parts.forEach(part -> equity.add(part.districtEquity.get(district)));
        }
        return new CircleResult(
                Stamp.of(question, city.versions()), new GroupResults(totals, columns), equity);
    }

    /**
     * @param place of the group in the columns
     */
    private GroupTotals totals(
            List<CategoryColumn> columns, int place, Division.Level level, int group) {
        Groups of = levels.get(level);
        return new GroupTotals(
                level,
                city.divisions().get(level).codes().get(group),
                of.households(group),
                of.addresses(group),
                of.noNetwork(group),
                of.area(group),
                Score.of(categories, columns.stream().map(column -> column.get(place)).toList()));
    }
}
