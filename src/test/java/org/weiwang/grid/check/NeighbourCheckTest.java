package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.weiwang.grid.check.SmallEdition.box;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.grid.Level;

/** The small edition beside communities of another district, most of them east of it. */
class NeighbourCheckTest {
    private static List<Finding> beside(MultiPolygon... theirs) {
        return NeighbourCheck.check("510113-4", List.of(theirs), new SmallEdition().grids());
    }

    private static void assertOne(
            List<Finding> findings,
            FindingKind kind,
            double squareMetres,
            double width,
            String... communities) {
        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.level()).isEqualTo(Level.COMMUNITY);
        assertThat(finding.grids()).containsExactly(communities);
        assertThat(finding.detail()).isEqualTo("510113-4");
        assertThat(finding.width()).isCloseTo(width, within(width / 25));
        assertThat(finding.squareMetres()).isCloseTo(squareMetres, within(squareMetres / 200));
    }

    @Test
    void whatFitsIsNotFound() {
        assertThat(beside(box(600, 0, 900, 350), box(600, 350, 900, 600))).isEmpty();
        assertThat(beside()).isEmpty();
        assertThat(NeighbourCheck.check("1-1", List.of(box(0, 0, 1, 1)), List.of())).isEmpty();
    }

    @Test
    void whatBothHaveIsFound() {
        assertOne(beside(box(595, 0, 900, 600)), FindingKind.NEIGHBOUR_OVERLAP, 3_000, 5, "A", "B");
        assertOne(beside(box(20, 20, 40, 40)), FindingKind.NEIGHBOUR_OVERLAP, 400, 20, "A");
        assertThat(beside(box(599.1, 0, 900, 600))).isEmpty();
    }

    /**
     * Where it opens between two corners a disc of 50 m gets in by half a metre; where it opens
     * beside a straight boundary it leaves more.
     */
    @Test
    void whatNeitherHasIsFound() {
        assertOne(beside(box(610, 0, 900, 600)), FindingKind.NEIGHBOUR_GAP, 5_993, 10, "A", "B");
        assertOne(beside(box(610, 50, 900, 250)), FindingKind.NEIGHBOUR_GAP, 2_271, 10.4, "A");
        assertThat(beside(box(600.9, 0, 900, 600))).isEmpty();
    }

    @Test
    void whatIsFarBetweenIsAnothers() {
        assertThat(beside(box(655, 0, 900, 600))).isEmpty();
        assertThat(beside(box(200_000, 0, 201_000, 600))).isEmpty();
    }

    @Test
    void aCornerBetweenDistrictsIsNoGap() {
        assertThat(beside(box(600, 600, 900, 900))).isEmpty();
        assertThat(beside(box(600, 300, 900, 900))).isEmpty();
    }
}
