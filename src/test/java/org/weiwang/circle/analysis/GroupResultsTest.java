package org.weiwang.circle.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weiwang.circle.city.Division.Level;

class GroupResultsTest {
    private static final GroupTotals WEST =
            new GroupTotals(Level.MICRO, "w", 30, 2, 1, 20_000.5, 99.5);

    private static final GroupTotals EAST = new GroupTotals(Level.MICRO, "e", 0, 0, 0, 0, null);

    @Test
    void givesOutWhatWasPutIn() {
        CategoryResult known = new CategoryResult("school", 6.9, 1 / 3.0, "小学", 0.0, 1.0, 0.5, 0);
        CategoryResult unknown =
                new CategoryResult("park", null, null, null, null, null, null, null);
        CategoryColumn schools = new CategoryColumn("school", 2);
        CategoryColumn parks = new CategoryColumn("park", 2);
        schools.set(0, known);
        parks.set(0, unknown);
        schools.set(1, known);
        GroupResults results = new GroupResults(List.of(WEST, EAST), List.of(schools, parks));
        assertThat(results.totals()).containsExactly(WEST, EAST);
        assertThat(results)
                .containsExactly(
                        new GroupResult(
                                Level.MICRO,
                                "w",
                                30,
                                2,
                                1,
                                20_000.5,
                                99.5,
                                List.of(known, unknown)),
                        new GroupResult(
                                Level.MICRO, "e", 0, 0, 0, 0, null, List.of(known, unknown)));
    }

    @Test
    void refusesColumnsOfOtherGroups() {
        List<CategoryColumn> columns = List.of(new CategoryColumn("school", 3));
        assertThatThrownBy(() -> new GroupResults(List.of(WEST, EAST), columns))
                .hasMessage("2 groups, and a column of 3");
    }
}
