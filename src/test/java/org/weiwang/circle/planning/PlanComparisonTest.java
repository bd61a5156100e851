package org.weiwang.circle.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weiwang.circle.standard.Standard;
import org.weiwang.circle.standard.Standards;

/** Plans side by side that change walks in other categories and groups each. */
class PlanComparisonTest {
    private static final GroupEffect WEST_GAINS = new GroupEffect("A1", 10, 0, 0.2, 0.4);
    private static final GroupEffect WEST_LOSES = new GroupEffect("A1", 0, 10, 0.2, 0);
    private static final GroupEffect EAST_GAINS = new GroupEffect("B1", 5, 0, 0, 1);

    private static final CategoryEffect SCHOOL_GAINS =
            new CategoryEffect(
                    "primary-school", 40L, 55L, 15L, 0L, 9.0, 7.0, List.of(EAST_GAINS, WEST_GAINS));

    private static final CategoryEffect SCHOOL_LOSES =
            new CategoryEffect("primary-school", 40L, 30L, 0L, 10L, 9.0, null, List.of(WEST_LOSES));

    /** Of which no limit is known. */
    private static final CategoryEffect KINDERGARTEN =
            new CategoryEffect("kindergarten", null, null, null, null, 5.0, 4.0, List.of());

    @Test
    void aPlanThatChangesNothingSomewhereSaysSo() throws Exception {
        PlanComparison comparison =
                PlanComparison.of(
                        standard(),
                        List.of(
                                new Effects(List.of(SCHOOL_GAINS), List.of()),
                                new Effects(List.of(), List.of()),
                                new Effects(List.of(KINDERGARTEN, SCHOOL_LOSES), List.of())));
        assertThat(comparison.categories()).hasSize(2);
        PlanComparison.OfCategory kindergarten = comparison.categories().get(0);
        CategoryEffect as =
                new CategoryEffect("kindergarten", null, null, null, null, 5.0, 5.0, List.of());
        assertThat(kindergarten.effects()).containsExactly(as, as, KINDERGARTEN);
        assertThat(kindergarten.groups()).isEmpty();
        PlanComparison.OfCategory school = comparison.categories().get(1);
        assertThat(school.effects())
                .containsExactly(
                        SCHOOL_GAINS,
                        new CategoryEffect("primary-school", 40L, 40L, 0L, 0L, 9.0, 9.0, List.of()),
                        SCHOOL_LOSES);
        GroupEffect west = new GroupEffect("A1", 0, 0, 0.2, 0.2);
        GroupEffect east = new GroupEffect("B1", 0, 0, 0, 0);
        assertThat(school.groups())
                .containsExactly(
                        new PlanComparison.OfGroup(List.of(WEST_GAINS, west, WEST_LOSES)),
                        new PlanComparison.OfGroup(List.of(EAST_GAINS, east, east)));
    }

    @Test
    void plansThatChangeNothingAreComparedInNothing() throws Exception {
        Effects none = new Effects(List.of(), List.of(0));
        assertThat(PlanComparison.of(standard(), List.of(none, none)).categories()).isEmpty();
    }

    private static Standard standard() throws Exception {
        return Standards.read(null).find("gb50180").orElseThrow();
    }
}
