package org.weiwang.grid.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.CoverageCheck;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.FindingKind;

/** Which mutation, and of what, a failure says: the seed makes it again. */
class MutationTest {
    private static final int TIMES = Integer.getInteger("weiwang.mutations", 12);

    private static final Set<FindingKind> FOR_PEOPLE =
            Set.of(
                    FindingKind.HOUSEHOLDS,
                    FindingKind.SEPARATE_PARTS,
                    FindingKind.ACROSS_COMMUNITIES,
                    FindingKind.DUPLICATE_NAME);

    @ParameterizedTest
    @EnumSource
    void repairsRestoreACoverage(Mutation mutation) {
        for (int seed = 0; seed < TIMES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Grid> county = SquareCounty.of(seed % 3);
            Level level = random.nextInt(4) == 0 ? Level.values()[seed % 4] : Level.MICRO;
            assertRestored(county, mutation.of(county, level, random), "seed " + seed);
        }
    }

    static void assertRestored(List<Grid> county, List<Grid> mutated, String seed) {
        List<Finding> findings = mechanical(mutated);
        List<Grid> repaired = Repairs.applyAll(mutated);
        String seen = seed + "\n" + told(findings);
        assertThat(told(mechanical(repaired))).as(seen).isEmpty();
        assertNothingElseMoved(county, mutated, repaired, findings, seen);
    }

    private static List<Finding> mechanical(List<Grid> grids) {
        return CoverageCheck.check(grids).stream()
                .filter(finding -> !FOR_PEOPLE.contains(finding.kind()))
                .toList();
    }

    private static String told(List<Finding> findings) {
        return findings.stream()
                .map(
                        finding ->
                                "%s %s %s %s %s m %s m2"
                                        .formatted(
                                                finding.kind(),
                                                finding.level(),
                                                finding.grids(),
                                                finding.at(),
                                                finding.width(),
                                                finding.squareMetres()))
                .collect(Collectors.joining("\n"));
    }

    private static void assertNothingElseMoved(
            List<Grid> county,
            List<Grid> mutated,
            List<Grid> repaired,
            List<Finding> findings,
            String seen) {
        List<Geometry> areas = new ArrayList<>();
        findings.forEach(finding -> areas.add(finding.area()));
        for (int row = 0; row < county.size(); row++) {
            if (county.get(row) != mutated.get(row)) {
                Geometry valid =
                        org.locationtech.jts.geom.util.GeometryFixer.fix(
                                mutated.get(row).geometry());
                areas.add(county.get(row).geometry().symDifference(valid));
            }
        }
        Outlines.assertMovedOnlyNear(areas, mutated, repaired);
    }
}
