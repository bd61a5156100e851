package org.weiwang.atlas.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.weiwang.circle.analysis.PlainCircle;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.RandomCity;
import org.weiwang.circle.city.City;
import org.weiwang.circle.standard.Category;

class UnservedHomesPropertyTest {
    @Property(tries = 200)
    void areTheHomesThatTheDefinitionSays(@ForAll long seed) {
        RandomCity made = new RandomCity(new SplittableRandom(seed));
        City city = made.city();
        Question question = made.question();
        PlainCircle plain = new PlainCircle(city, question);
        List<Category> known =
                question.standard().categories().stream()
                        .filter(category -> category.limit(question.rule()).isPresent())
                        .toList();
        for (Category category : known) {
            int limit = category.limit(question.rule()).getAsInt();
            UnservedHomes.Page page =
                    UnservedHomes.of(city, question, category, limit)
                            .page(null, -1, Integer.MAX_VALUE);
            List<Integer> expected = plain.unserved(category);
            assertThat(page.homes())
                    .extracting(UnservedHome::number)
                    .containsExactlyElementsOf(expected);
            assertThat(page.addresses()).isEqualTo(expected.size());
            assertThat(page.households())
                    .isEqualTo(expected.stream().mapToLong(city.homes()::weight).sum());
            assertThat(page.more()).isFalse();
        }
    }
}
