package org.weiwang.grid.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weiwang.demo.HandedOverGrids;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** A town of the demo county, with its holes, enclaves and parts beside their grid. */
class DemoCountyRepairTest {
    private static final int TIMES = Integer.getInteger("weiwang.mutations", 4);

    private static List<Grid> town;

    @BeforeAll
    static void readTown() throws Exception {
        List<Grid> all = HandedOverGrids.read(Path.of("shapefiles/510131"));
        Grid first = all.get(0);
        Set<String> codes = new HashSet<>(Set.of(first.parentCode()));
        // Communities come first, then what is below them.
        town =
                all.stream()
                        .filter(grid -> codes.contains(grid.parentCode()))
                        .filter(grid -> codes.add(grid.code()))
                        .toList();
    }

    @Test
    void aSoundTownHasNothingToRepair() {
        assertThat(town).hasSizeGreaterThan(100);
        assertThat(Repairs.propose(town)).isEmpty();
        assertThat(Repairs.applyAll(town)).isEqualTo(town);
    }

    @ParameterizedTest
    @EnumSource
    void repairsRestoreACoverage(Mutation mutation) {
        for (int seed = 0; seed < TIMES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Level level = seed % 4 == 3 ? Level.GENERAL : Level.MICRO;
            MutationTest.assertRestored(town, mutation.of(town, level, random), "seed " + seed);
        }
    }
}
