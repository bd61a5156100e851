package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.weiwang.demo.HandedOverGrids;
import org.weiwang.demo.OwnVertices;
import org.weiwang.grid.Grid;

/** The demo county as it is handed over: holes, enclaves and parts beside their grid included. */
class DemoCountyCheckTest {
    /** Degrees. */
    private static final double THREE_MILLIMETRES = 3e-8;

    /** Degrees. */
    private static final double TWENTY_CENTIMETRES = 2e-6;

    private static List<Grid> grids;
    private static List<Finding> findings;

    @BeforeAll
    static void check() throws Exception {
        grids = HandedOverGrids.read(Path.of("shapefiles/510131"));
        findings = CoverageCheck.check(grids);
    }

    @Test
    void hasNothingThatKeepsItFromBeingPublished() {
        assertThat(grids).hasSize(93 + 318 + 1774 + 147);
        assertThat(findings)
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SEPARATE_PARTS, FindingKind.HOUSEHOLDS);
        assertThat(findings).isSortedAccordingTo(Order.OF_FINDINGS);
    }

    @Test
    void fitsAsWellWhereNeighboursLackEachOthersVertices() {
        List<Finding> found = CoverageCheck.check(OwnVertices.of(grids, 10, THREE_MILLIMETRES));
        assertThat(found)
                .extracting(Finding::kind, Finding::grids)
                .containsExactlyElementsOf(
                        findings.stream()
                                .map(finding -> tuple(finding.kind(), finding.grids()))
                                .toList());
    }

    @Test
    void fitsNotWhereTheVerticesLieBesideTheNeighbours() {
        assertThat(CoverageCheck.check(OwnVertices.of(grids, 10, TWENTY_CENTIMETRES)))
                .extracting(Finding::kind)
                .contains(FindingKind.OVERLAP_SLIVER, FindingKind.OUTSIDE_PARENT_SLIVER);
    }
}
