package org.weiwang.circle.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CategoryTest {
    private static final Figure NONE = new Figure(null, Status.OPEN, "");

    @Test
    void limitsAreInTheUnitsOfWalkCosts() {
        Category category = category(Set.of("小学"), known(15), known(1000));
        assertThat(category.limit(Rule.TIME)).isEqualTo(OptionalInt.of(9_000));
        assertThat(category.limit(Rule.DISTANCE)).isEqualTo(OptionalInt.of(10_000));
        assertThat(category(Set.of("小学"), known(0.1), known(1)).limit(Rule.TIME))
                .isEqualTo(OptionalInt.of(60));
    }

    @Test
    void whatIsOpenHasNoLimit() {
        Category category = category(Set.of("小学"), NONE, known(500));
        assertThat(category.limit(Rule.TIME)).isEmpty();
        assertThat(category.limit(Rule.DISTANCE)).isEqualTo(OptionalInt.of(5_000));
    }

    @Test
    void noLimitIsSaidWhereNobodyKnowsWhatCounts() {
        assertThat(category(Set.of(), known(15), known(1000)).limit(Rule.TIME)).isEmpty();
    }

    @Test
    void facilitiesKeepTheirOrder() {
        List<String> order = List.of("中学", "小学", "幼儿园", "大学");
        assertThat(category(new LinkedHashSet<>(order), NONE, NONE).facilities())
                .containsExactlyElementsOf(order);
    }

    @Test
    void figuresHaveAValueExactlyWhenTheyAreKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure(5.0, Status.OPEN, "a book"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure(null, Status.READ, "a book"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(5.0, null, Status.READ, "a book"));
    }

    private static Figure known(double value) {
        return new Figure(value, Status.READ, "a book");
    }

    private static Category category(Set<String> facilities, Figure minutes, Figure metres) {
        return new Category("school", "学校", "School", facilities, minutes, metres, 1);
    }
}
