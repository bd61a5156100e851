package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

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

    /** Each level reaches a little, which does not count, beyond the one above. */
    @Test
    void overlapsAreFoundThatParentsDoNotHave() {
        List<Grid> grids = new ArrayList<>();
        for (int level = 0; level < 3; level++) {
            double beyond = 0.005 * level;
            put(grids, "A", level, SmallEdition.box(0, 0, 1000, 1000 + beyond));
            put(grids, "B", level, SmallEdition.box(0, 999.955 - beyond, 1000, 2000));
        }
        assertThat(CoverageCheck.check(grids))
                .filteredOn(finding -> finding.kind() == FindingKind.OVERLAP_SLIVER)
                .extracting(Finding::grids)
                .containsExactlyInAnyOrder(List.of("A1", "B1"), List.of("A2", "B2"));
    }

    private static void put(List<Grid> grids, String code, int level, MultiPolygon shape) {
        String parent = level == 0 ? "T" : code + (level - 1);
        grids.add(new Grid(code + level, Level.values()[level], code, null, parent, 50, shape));
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
