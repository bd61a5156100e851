package org.weiwang.circle.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.standard.Category;

/**
 * The living circle by the words of its definitions: every household is a number in a list of its
 * own.
 */
public final class PlainCircle {
    private final City city;
    private final Question question;
    private final Snaps homes;

    /** From each home to each site. */
    private final long[][] walks;

    /** From each piece of land to each site. */
    private final long[][] landWalks;

    public PlainCircle(City city, Question question) {
        this.city = city;
        this.question = question;
        this.homes = city.walk(question.walker().takesSteps()).homes();
        PlainWalks plain = new PlainWalks(city, question);
        this.walks = plain.costs(homes);
        this.landWalks = plain.costs(city.walk(question.walker().takesSteps()).land());
    }

    private List<Integer> sites(Category category) {
        return IntStream.range(0, city.sites().size())
                .filter(s -> category.facilities().contains(city.sites().get(s).category()))
                .boxed()
                .toList();
    }

    /** The nearest site's cost and number, or null where none is reached. */
    private long[] nearest(long[] walks, Category category) {
        return sites(category).stream()
                .map(site -> new long[] {walks[site], site})
                .filter(found -> found[0] <= question.searchLimit())
                .min(Comparator.<long[]>comparingLong(f -> f[0]).thenComparingLong(f -> f[1]))
                .orElse(null);
    }

    private boolean isServed(long[] walks, Category category) {
        long[] nearest = nearest(walks, category);
        return nearest != null && nearest[0] <= category.limit(question.rule()).getAsInt();
    }

    private static int[] members(Places places, Division.Level level, int group) {
        return IntStream.range(0, places.size())
                .filter(place -> places.group(level, place) == group)
                .toArray();
    }

    /** Each home as often as it has households; once, where no home has any. */
    private int[] households(int[] members) {
        boolean known = IntStream.of(members).anyMatch(home -> city.homes().weight(home) > 0);
        return IntStream.of(members)
                .flatMap(
                        home ->
                                LongStream.range(0, known ? city.homes().weight(home) : 1)
                                        .mapToInt(i -> home))
                .toArray();
    }

    GroupResult group(Division.Level level, int group) {
        int[] members = members(city.homes(), level, group);
        int[] pieces = members(city.land(), level, group);
        List<CategoryResult> categories =
                question.standard().categories().stream()
                        .map(category -> result(category, members, pieces))
                        .toList();
        return new GroupResult(
                level,
                city.divisions().get(level).codes().get(group),
                sum(members, city.homes()::weight),
                members.length,
                IntStream.of(members).filter(home -> homes.edge(home) == Snaps.NONE).count(),
                sum(pieces, city.land()::weight),
                score(categories),
                categories);
    }

    private static long sum(int[] members, IntToLongFunction weight) {
        return IntStream.of(members).mapToLong(weight::applyAsLong).sum();
    }

    private CategoryResult result(Category category, int[] members, int[] pieces) {
        int[] households = households(members);
        List<Long> costs = new ArrayList<>();
        List<Long> within = new ArrayList<>();
        boolean known = category.limit(question.rule()).isPresent();
        for (int home : households) {
            long[] nearest = nearest(walks[home], category);
            costs.add(nearest == null ? PlainWalks.NEVER : nearest[0]);
            if (known) {
                int limit = category.limit(question.rule()).getAsInt();
                within.add(sites(category).stream().filter(s -> walks[home][s] <= limit).count());
            }
        }
        IntPredicate isServed = place -> isServed(walks[place], category);
        Long median = quantile(within, 5);
        return new CategoryResult(
                category.id(),
                minutes(quantile(costs, 5)),
                minutes(quantile(costs, 9)),
                name(households, category),
                known ? share(members, city.homes()::weight, isServed) : null,
                known ? share(members, place -> 1, isServed) : null,
                known
                        ? share(pieces, city.land()::weight, p -> isServed(landWalks[p], category))
                        : null,
                median == null ? null : (Integer) median.intValue());
    }

    /** The smallest value that so many tenths of all values are not above. */
    private static Long quantile(List<Long> values, int tenths) {
        return values.stream()
                .sorted()
                .filter(
                        value ->
                                10 * values.stream().filter(v -> v <= value).count()
                                        >= (long) tenths * values.size())
                .findFirst()
                .orElse(null);
    }

    private Double minutes(Long cost) {
        return cost == null || cost == PlainWalks.NEVER ? null : (Double) question.minutes(cost);
    }

    private String name(int[] households, Category category) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (int home : households) {
            long[] nearest = nearest(walks[home], category);
            if (nearest != null) {
                counts.merge(nearest[1], 1, Integer::sum);
            }
        }
        int most = counts.values().stream().mapToInt(i -> i).max().orElse(0);
        return counts.keySet().stream()
                .filter(site -> counts.get(site) == most)
                .findFirst()
                .map(site -> city.sites().get(site.intValue()).name())
                .orElse(null);
    }

    private static Double share(int[] members, IntToLongFunction weight, IntPredicate served) {
        long all = sum(members, weight);
        long part = sum(IntStream.of(members).filter(served).toArray(), weight);
        return all == 0 ? null : (Double) (part / (double) all);
    }

    private Double score(List<CategoryResult> results) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < results.size(); i++) {
            CategoryResult result = results.get(i);
            if (result.shareAddresses() != null) {
                double weight = question.standard().categories().get(i).weight();
                boolean byHouseholds = result.shareHouseholds() != null;
                sum += weight * (byHouseholds ? result.shareHouseholds() : result.shareAddresses());
                weights += weight;
            }
        }
        return weights == 0 ? null : (Double) (100 * sum / weights);
    }

    /** By the definition of Gini: half the mean difference of two households, by their mean. */
    private Equity equity(String district, int[] members, Category category) {
        int[] households = households(members);
        if (households.length == 0) {
            return new Equity(district, category.id(), null, null);
        }
        IntFunction<Double> minutes =
                home -> {
                    long[] nearest = nearest(walks[home], category);
                    long cost = nearest == null ? question.searchLimit() : nearest[0];
                    return question.minutes(cost);
                };
        List<Double> walks = IntStream.of(households).mapToObj(minutes).toList();
        double differences = 0;
        for (double a : walks) {
            for (double b : walks) {
                differences += Math.abs(a - b);
            }
        }
        double sum = walks.stream().mapToDouble(d -> d).sum();
        double gini = sum == 0 ? 0 : differences / (2 * walks.size() * sum);
        // Each household ten times, so that a tenth of them is a whole number.
        List<Double> tenfold = new ArrayList<>();
        walks.forEach(walk -> tenfold.addAll(Collections.nCopies(10, walk)));
        tenfold.sort(Comparator.reverseOrder());
        double worst =
                tenfold.subList(0, walks.size()).stream()
                        .mapToDouble(d -> d)
                        .average()
                        .getAsDouble();
        return new Equity(district, category.id(), worst, gini);
    }

    List<Equity> equity() {
        List<Equity> equity = new ArrayList<>();
        int[] all = IntStream.range(0, city.homes().size()).toArray();
        List<Category> categories = question.standard().categories();
        categories.forEach(category -> equity.add(equity(null, all, category)));
        List<String> districts = city.divisions().get(Division.Level.DISTRICT).codes();
        for (int i = 0; i < districts.size(); i++) {
            int[] members = members(city.homes(), Division.Level.DISTRICT, i);
            String district = districts.get(i);
            categories.forEach(category -> equity.add(equity(district, members, category)));
        }
        return equity;
    }

    /** The homes that a category of a known figure does not serve. */
    public List<Integer> unserved(Category category) {
        return IntStream.range(0, city.homes().size())
                .filter(home -> !isServed(walks[home], category))
                .boxed()
                .toList();
    }
}
