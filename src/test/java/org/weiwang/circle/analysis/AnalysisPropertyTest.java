package org.weiwang.circle.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.weiwang.circle.city.City;

class AnalysisPropertyTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @Property(tries = 200)
    void saysWhatTheDefinitionsSay(@ForAll long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        RandomCity made = new RandomCity(random);
        City city = made.city();
        Question question = made.question();
        PlainCircle plain = new PlainCircle(city, question);
        CircleResult result = Analysis.of(city, question, 1 + random.nextInt(3));
        int at = 0;
        for (var division : city.divisions().values()) {
            for (int group = 0; group < division.codes().size(); group++) {
                assertThat(result.groups().get(at++))
                        .isEqualTo(plain.group(division.level(), group));
            }
        }
        assertThat(result.groups()).hasSize(at);
        assertEquity(result.equity(), plain.equity());
    }

    private static void assertEquity(List<Equity> equity, List<Equity> plain) {
        assertThat(equity).hasSameSizeAs(plain);
        for (int i = 0; i < equity.size(); i++) {
            Equity expected = plain.get(i);
            assertThat(equity.get(i).district()).isEqualTo(expected.district());
            assertThat(equity.get(i).category()).isEqualTo(expected.category());
            if (expected.gini() == null) {
                assertThat(equity.get(i)).isEqualTo(expected);
            } else {
                assertThat(equity.get(i).gini()).isCloseTo(expected.gini(), CLOSE);
                assertThat(equity.get(i).worstTenthMinutes())
                        .isCloseTo(expected.worstTenthMinutes(), CLOSE);
            }
        }
    }
}
