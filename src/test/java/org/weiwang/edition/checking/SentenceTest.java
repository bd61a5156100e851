package org.weiwang.edition.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.FindingKind;

class SentenceTest {
    private static final LonLat PLACE = new LonLat(103.5, 30.2);

    @ParameterizedTest
    @EnumSource
    void everyKindHasASentenceInBothLanguages(FindingKind kind) {
        Finding finding =
                new Finding(
                        kind,
                        Level.MICRO,
                        List.of("A1", "B2"),
                        PLACE,
                        null,
                        1.234,
                        56.78,
                        9L,
                        "C3");
        for (String sentence : List.of(Sentence.english(finding), Sentence.chinese(finding))) {
            assertThat(sentence).isNotBlank().doesNotContain("null", "%", "?");
            if (kind != FindingKind.ADDRESS_OUTSIDE) {
                assertThat(sentence).contains("A1");
            }
        }
    }

    @Test
    void ofManyGridsTheFirstFourAreNamed() {
        Finding gap =
                new Finding(
                        FindingKind.GAP,
                        Level.MICRO,
                        List.of("A", "B", "C", "D", "E", "F"),
                        PLACE,
                        null,
                        2.0,
                        30.0,
                        null,
                        null);
        assertThat(Sentence.english(gap))
                .isEqualTo(
                        "No micro grid covers 30.0 m² up to 2.00 m wide, between A, B, C, D and 2 more");
        assertThat(Sentence.chinese(gap))
                .isEqualTo("微网格之间有空隙：30.0 平方米，最宽 2.00 米，位于 A、B、C、D 等共 6 个之间");
    }

    /** As of a file that is no layer of grids, or of a row without a code. */
    @Test
    void whatHasNoLevelOrNoCodeIsCalledSomething() {
        Finding finding =
                new Finding(
                        FindingKind.EMPTY_GEOMETRY,
                        null,
                        List.of(""),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        assertThat(Sentence.english(finding)).isEqualTo("Feature no code has no outline");
        assertThat(Sentence.chinese(finding)).isEqualTo("图形 无编码 没有边界");
    }
}
