package org.weiwang.circle.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Places;

/** What is made of the walks to one category. */
final class CategoryAnalysis {
    private static final int HALF = 5;
    private static final int NINE_TENTHS = 9;

    private final City city;
    private final Question question;
    private final Walks walks;

    /** The homes, those of the shortest walks first. */
    private final int[] byCost;

    /** The homes, those of the fewest facilities within the limit first. */
    private final int[] byWithin;

    CategoryAnalysis(City city, Question question, Walks walks) {
        this.city = city;
        this.question = question;
        this.walks = walks;
        this.byCost = Quantiles.ascending(walks.costs());
        this.byWithin = Quantiles.ascending(walks.within());
    }

    /**
     * @param first the number in the column of the first of the groups; the others follow
     */
    void fill(CategoryColumn column, int first, Groups groups) {
        int[][] walking = Quantiles.homes(byCost, groups, HALF, NINE_TENTHS);
        int[][] within = Quantiles.homes(byWithin, groups, HALF);
        Commonest commonest = new Commonest(walks.labels(), city.sites().size());
        Shares shares = new Shares(city, walks, groups);
        for (int group = 0; group < groups.size(); group++) {
            column.set(
                    first + group,
                    new CategoryResult(
                            walks.category().id(),
                            minutes(walking[0][group]),
                            minutes(walking[1][group]),
                            nameOf(commonest.site(groups, group)),
                            shares.ofHouseholds(group),
                            shares.ofAddresses(group),
                            shares.ofArea(group),
                            within(within[0][group])));
        }
    }

    private Double minutes(int home) {
        return home == Places.NONE || walks.costs()[home] == Walks.UNREACHED
                ? null
                : (Double) question.minutes(walks.costs()[home]);
    }

    private Integer within(int home) {
        return home == Places.NONE || walks.limit().isEmpty()
                ? null
                : (Integer) walks.within()[home];
    }

    private String nameOf(int site) {
        return site == Places.NONE ? null : city.sites().get(site).name();
    }

    /**
     * For each group in order.
     *
     * @param districts the code of each group, null for the whole city
     */
    List<Equity> equity(Groups groups, IntFunction<String> districts) {
        int searched = question.searchLimit();
        int[] costs = Arrays.stream(walks.costs()).map(c -> Math.min(c, searched)).toArray();
        Spread spread = new Spread(byCost, costs, groups);
        double[] worstTenths = spread.worstTenths();
        double[] ginis = spread.ginis();
        List<Equity> equity = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            boolean hasHomes = groups.addresses(group) > 0;
            equity.add(
                    new Equity(
                            districts.apply(group),
                            walks.category().id(),
                            hasHomes ? question.minutes(worstTenths[group]) : null,
                            hasHomes ? ginis[group] : null));
        }
        return equity;
    }
}
