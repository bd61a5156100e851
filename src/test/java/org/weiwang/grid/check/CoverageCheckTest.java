package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoverageCheckTest {
    static Stream<BrokenEdition> editions() {
        return BrokenEditions.all();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void findsWhatIsWrongAndNothingElse(BrokenEdition edition) {
        edition.assertFound();
    }

    @Test
    void findsEveryKindThatGridsAloneTell() {
        assertThat(editions().flatMap(edition -> edition.expected().stream()))
                .extracting(BrokenEdition.Expected::kind)
                .contains(
                        Stream.of(FindingKind.values())
                                .filter(kind -> !kind.name().startsWith("NEIGHBOUR_"))
                                .filter(kind -> !kind.name().startsWith("ADDRESS"))
                                .toArray(FindingKind[]::new));
    }

    @Test
    void noGridsAreNotWrong() {
        assertThat(CoverageCheck.check(List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void ordersFindingsByKindThenCodeThenPlace(BrokenEdition edition) {
        assertThat(edition.findings()).isSortedAccordingTo(Order.OF_FINDINGS);
    }
}
