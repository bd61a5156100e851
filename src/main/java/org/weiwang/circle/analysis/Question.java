package org.weiwang.circle.analysis;

import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.standard.Rule;
import org.weiwang.circle.standard.Standard;

/**
 * By which standard, for whom and by which rule a city is judged.
 *
 * @param profile the id of one of the standard's profiles
 * @param rule whether minutes or metres decide what is served
 */
public record Question(Standard standard, String profile, Rule rule) {
    /** Walks are searched so far, or as far as the standard's farthest figure. */
    public static final int SEARCHED_MINUTES = 60;

    private static final double UNITS_PER_METRE = 10;
    private static final double UNITS_PER_MINUTE = 600;

    /**
     * @throws IllegalArgumentException when the standard lacks the profile
     */
    public Question {
        if (!standard.profiles().containsKey(profile)) {
            throw new IllegalArgumentException(
                    "standard %s has the profiles %s, not %s"
                            .formatted(
                                    standard.id(),
                                    String.join(", ", standard.profiles().keySet()),
                                    profile));
        }
    }

    public Profile walker() {
        return standard.profiles().get(profile);
    }

    /** What walking costs by the rule. */
    public WalkCosts costs(WalkNetwork network) {
        return rule == Rule.TIME
                ? WalkCosts.time(network, walker())
                : WalkCosts.distance(network, walker().takesSteps());
    }

    /** The walking minutes, at the profile's speed, of a cost by the rule. */
    public double minutes(double cost) {
        return cost / unitsPerMinute();
    }

    private double unitsPerMinute() {
        return rule == Rule.TIME
                ? UNITS_PER_MINUTE
                : 60 * walker().metresPerSecond() * UNITS_PER_METRE;
    }

    /**
     * What a walk may cost at most to be found: {@value #SEARCHED_MINUTES} minutes, but no more
     * than {@link NearestSearch#HIGHEST_LIMIT} unless a figure of the standard is higher.
     */
    public int searchLimit() {
        double hour = SEARCHED_MINUTES * unitsPerMinute();
        int limit = (int) Math.min(Math.round(hour), NearestSearch.HIGHEST_LIMIT);
        for (Category category : standard.categories()) {
            limit = Math.max(limit, category.limit(rule).orElse(0));
        }
        return limit;
    }
}
