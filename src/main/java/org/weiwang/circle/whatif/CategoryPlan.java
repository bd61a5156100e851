package org.weiwang.circle.whatif;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.weiwang.circle.whatif.Scenario.Added;
import org.weiwang.circle.whatif.Scenario.Closed;
import org.weiwang.circle.whatif.Scenario.Moved;
import org.weiwang.geo.LonLat;

/** What a scenario does to the facilities of one category. */
final class CategoryPlan {
    private final Baseline baseline;
    private final int category;
    private final BitSet closed = new BitSet();
    private final List<LonLat> entrances = new ArrayList<>();
    private final List<Integer> facilities = new ArrayList<>();

    private CategoryPlan(Baseline baseline, int category) {
        this.baseline = baseline;
        this.category = category;
    }

    /**
     * The plans of all categories.
     *
     * @throws IllegalArgumentException when the scenario names a category or a facility that there
     *     is not, or a facility twice
     */
    static List<CategoryPlan> of(Baseline baseline, Scenario scenario) {
        List<CategoryPlan> plans = new ArrayList<>();
        for (int category = 0; category < baseline.categories(); category++) {
            plans.add(new CategoryPlan(baseline, category));
        }
        for (Closed facility : scenario.closed()) {
            of(plans, facility.category()).close(facility.facility());
        }
        for (Moved facility : scenario.moved()) {
            CategoryPlan plan = of(plans, facility.category());
            plan.close(facility.facility());
            plan.open(facility.facility(), facility.entrances());
        }
        int next = baseline.firstAdded();
        for (Added facility : scenario.added()) {
            of(plans, facility.category()).open(next++, facility.entrances());
        }
        return plans;
    }

    private static CategoryPlan of(List<CategoryPlan> plans, int category) {
        if (category < 0 || category >= plans.size()) {
            throw new IllegalArgumentException(
                    "there is no category %d: they are numbered from 0 to %d"
                            .formatted(category, plans.size() - 1));
        }
        return plans.get(category);
    }

    private void close(int facility) {
        if (!baseline.facilities(category).has(facility)) {
            throw new IllegalArgumentException(
                    "category %d has no facility %d".formatted(category, facility));
        }
        if (closed.get(facility)) {
            throw new IllegalArgumentException(
                    "facility %d of category %d is closed or moved twice"
                            .formatted(facility, category));
        }
        closed.set(facility);
    }

    private void open(int facility, List<LonLat> at) {
        entrances.addAll(at);
        at.forEach(entrance -> facilities.add(facility));
    }

    int category() {
        return category;
    }

    boolean changesFacilities() {
        return !closed.isEmpty() || !facilities.isEmpty();
    }

    /** Whether a facility of the baseline is closed, or no more where it was. */
    boolean isClosed(int facility) {
        return closed.get(facility);
    }

    boolean stays(int facility) {
        return !closed.get(facility);
    }

    boolean closesAny() {
        return !closed.isEmpty();
    }

    /** Those of the facilities added, and of those moved where they are now. */
    List<LonLat> entrances() {
        return entrances;
    }

    /** The facility of each of the entrances. */
    int[] facilities() {
        return facilities.stream().mapToInt(Integer::intValue).toArray();
    }
}
