package org.weiwang.atlas.circle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.standard.Category;
import org.weiwang.geo.Bbox;

/**
 * The homes of a city that a category does not serve, in the city's order; those that reach nothing
 * within an hour, or are off the network, among them. Eight bytes each, beside the city. Immutable
 * and thread-safe.
 */
public final class UnservedHomes {
    /** In place of a cost. */
    private static final int NOT_REACHED = -1;

    private final Question question;
    private final Places homes;
    private final int[] numbers;

    /** Of the walk to the nearest facility. */
    private final int[] costs;

    /**
     * Some of the homes.
     *
     * @param addresses how many lie in the box that was asked for, on all pages
     * @param households of these together
     * @param more whether another page follows
     */
    public record Page(long addresses, long households, List<UnservedHome> homes, boolean more) {}

    private UnservedHomes(Question question, Places homes, int[] numbers, int[] costs) {
        this.question = question;
        this.homes = homes;
        this.numbers = numbers;
        this.costs = costs;
    }

    /**
     * Searches the whole city.
     *
     * @param limit what costs exactly that is served
     */
    static UnservedHomes of(City city, Question question, Category category, int limit) {
        Walk walk = city.walk(question.walker().takesSteps());
        WalkCosts costs = question.costs(city.roads().network());
        NearestSearch search = new NearestSearch(costs, question.searchLimit());
        search.run(walk.destinations(costs, city.sitesIn(category.facilities())));
        IntStream.Builder numbers = IntStream.builder();
        IntStream.Builder unserved = IntStream.builder();
        for (int home = 0; home < city.homes().size(); home++) {
            long label = search.address(walk.homes(), home);
            int cost = label == Label.NONE ? NOT_REACHED : Label.cost(label);
            if (cost == NOT_REACHED || cost > limit) {
                numbers.add(home);
                unserved.add(cost);
            }
        }
        return new UnservedHomes(
                question, city.homes(), numbers.build().toArray(), unserved.build().toArray());
    }

    /**
     * @param box null for everywhere
     * @param after the number of the home that the page before ended with; -1 for the first page
     * @param most how many homes the page has at most
     */
    public Page page(Bbox box, int after, int most) {
        List<UnservedHome> page = new ArrayList<>();
        boolean more = false;
        long addresses = 0;
        long households = 0;
        for (int i = 0; i < numbers.length; i++) {
            int home = numbers[i];
            if (box == null || box.covers(homes.position(home))) {
                addresses++;
                households += homes.weight(home);
                if (home > after && page.size() < most) {
                    page.add(home(i));
                } else {
                    more |= home > after;
                }
            }
        }
        return new Page(addresses, households, page, more);
    }

    private UnservedHome home(int i) {
        return new UnservedHome(
                numbers[i],
                homes.position(numbers[i]),
                homes.weight(numbers[i]),
                costs[i] == NOT_REACHED ? null : (Double) question.minutes(costs[i]));
    }
}
