package org.weiwang.circle.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.circle.analysis.Figures.category;
import static org.weiwang.circle.analysis.Figures.standard;
import static org.weiwang.circle.analysis.Figures.walker;

import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.standard.Rule;
import org.weiwang.circle.standard.Standard;

class QuestionTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    private static final Standard STANDARD =
            standard(
                    List.of(
                            walker("adult", 72, true),
                            walker("slow", 40, true),
                            walker("runner", 600, true)),
                    List.of(category("park", Set.of("公园"), 15.0, 3_000.0, 1)));

    private static Question by(String profile, Rule rule) {
        return new Question(STANDARD, profile, rule);
    }

    @Test
    void minutesAreThoseOfTheWalkerByEitherRule() {
        assertThat(by("adult", Rule.TIME).minutes(9_000)).isCloseTo(15, EXACT);
        // 1,080 m.
        assertThat(by("adult", Rule.DISTANCE).minutes(10_800)).isCloseTo(15, EXACT);
        assertThat(by("slow", Rule.DISTANCE).minutes(10_800)).isCloseTo(27, EXACT);
    }

    @Test
    void searchesAnHourOfWalking() {
        assertThat(by("slow", Rule.TIME).searchLimit()).isEqualTo(36_000);
        assertThat(by("adult", Rule.DISTANCE).searchLimit()).isEqualTo(43_200);
    }

    @Test
    void searchesAsFarAsAFigureThatIsMoreThanAnHour() {
        // Who walks 40 m in a minute comes 2,400 m far in an hour.
        assertThat(by("slow", Rule.DISTANCE).searchLimit()).isEqualTo(30_000);
    }

    @Test
    void searchesNoFartherThanIsPossible() {
        assertThat(by("runner", Rule.DISTANCE).searchLimit())
                .isEqualTo(NearestSearch.HIGHEST_LIMIT);
    }

    @Test
    void refusesAProfileThatTheStandardLacks() {
        assertThatThrownBy(() -> by("cyclist", Rule.TIME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("standard s has the profiles adult, slow, runner, not cyclist");
    }
}
