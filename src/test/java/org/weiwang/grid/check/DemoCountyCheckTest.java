package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weiwang.demo.HandedOverGrids;
import org.weiwang.grid.Grid;

/** The demo county as it is handed over: holes, enclaves and parts beside their grid included. */
class DemoCountyCheckTest {
    @Test
    void hasNothingThatKeepsItFromBeingPublished() throws Exception {
        List<Grid> grids = HandedOverGrids.read(Path.of("shapefiles/510131"));
        assertThat(grids).hasSize(93 + 318 + 1774 + 147);
        List<Finding> findings = CoverageCheck.check(grids);
        assertThat(findings)
                .extracting(Finding::kind)
                .containsOnly(FindingKind.SEPARATE_PARTS, FindingKind.HOUSEHOLDS);
        assertThat(findings).isSortedAccordingTo(Order.OF_FINDINGS);
    }
}
