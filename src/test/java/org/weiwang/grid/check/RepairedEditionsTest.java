package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.grid.check.SmallEdition.box;
import static org.weiwang.grid.check.SmallEdition.minus;
import static org.weiwang.grid.check.SmallEdition.plus;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.geo.EqualArea;
import org.weiwang.grid.Grid;
import org.weiwang.grid.repair.Change;
import org.weiwang.grid.repair.NoSuchRepairException;
import org.weiwang.grid.repair.Outlines;
import org.weiwang.grid.repair.Repair;
import org.weiwang.grid.repair.RepairKind;
import org.weiwang.grid.repair.Repairs;

/** The repairs of editions that are broken in every way. */
class RepairedEditionsTest {
    /** What is left to people. */
    private static final Set<FindingKind> LEFT =
            EnumSet.complementOf(
                    EnumSet.of(
                            FindingKind.INVALID_GEOMETRY,
                            FindingKind.GAP,
                            FindingKind.GAP_SLIVER,
                            FindingKind.OVERLAP_SLIVER,
                            FindingKind.OUTSIDE_PARENT_SLIVER,
                            FindingKind.PARENT_NOT_FILLED_SLIVER));

    static Stream<BrokenEdition> editions() {
        return BrokenEditions.all();
    }

    private static List<Grid> grids(BrokenEdition edition) {
        SmallEdition small = new SmallEdition();
        edition.change().accept(small);
        return List.copyOf(small.grids());
    }

    @ParameterizedTest
    @MethodSource("editions")
    void eachRepairDoesWhatItShowsAndNothingElse(BrokenEdition edition) throws Exception {
        List<Grid> grids = grids(edition);
        List<Finding> findings = CoverageCheck.check(grids);
        List<MultiPolygon> areas =
                findings.stream().map(Finding::area).filter(Objects::nonNull).toList();
        List<Repair> repairs = Repairs.propose(grids, findings);
        assertThat(repairs).extracting(Repair::id).doesNotHaveDuplicates();
        for (Repair repair : repairs) {
            List<Grid> repaired = Repairs.apply(grids, Set.of(repair.id()));
            List<Integer> changed = new ArrayList<>();
            for (int row = 0; row < grids.size(); row++) {
                if (grids.get(row) != repaired.get(row)) {
                    changed.add(row);
                }
            }
            assertThat(repair.changes()).extracting(Change::row).isEqualTo(changed);
            for (Change change : repair.changes()) {
                MultiPolygon after = repaired.get(change.row()).geometry();
                assertThat(after.equalsExact(change.after())).isTrue();
                Outlines.assertStorable(after);
            }
            List<Geometry> ground = new ArrayList<>(areas);
            for (Change change : repair.changes()) {
                if (change.before().isEmpty()) {
                    ground.add(change.after());
                } else if (repair.kind() == RepairKind.MAKE_VALID) {
                    ground.add(change.before().getBoundary());
                }
            }
            Outlines.assertMovedOnlyNear(ground, grids, repaired);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void allRepairsLeaveWhatPeopleMustDecide(BrokenEdition edition) {
        List<Finding> left = CoverageCheck.check(Repairs.applyAll(grids(edition)));
        assertThat(left)
                .filteredOn(finding -> finding.area() != null)
                .extracting(Finding::kind)
                .isSubsetOf(LEFT);
    }

    @Test
    void anOverlapStaysWithTheSmallerCode() {
        SmallEdition edition = new SmallEdition();
        edition.reshape("A1-12", shape -> plus(shape, box(90, 20, 110, 80)));
        List<Grid> repaired = Repairs.applyAll(edition.grids());
        assertCovers(repaired, "A1-11", box(0, 0, 100, 100));
        assertCovers(repaired, "A1-12", box(100, 0, 200, 100));
    }

    @Test
    void anOverlapInTheParentOfOneOnlyStaysWithThatOne() {
        SmallEdition edition = new SmallEdition();
        edition.reshape("A1-13", shape -> plus(shape, box(290, 20, 310, 80)));
        List<Grid> repaired = Repairs.applyAll(edition.grids());
        assertCovers(repaired, "A1-13", box(200, 0, 300, 100));
        assertCovers(repaired, "A2-11", box(300, 0, 400, 100));
    }

    @Test
    void aGapGoesToTheNeighbourWithTheLongestEdge() {
        SmallEdition edition = new SmallEdition();
        edition.reshape("A1-12", shape -> minus(shape, box(120, 60, 180, 100)));
        List<Repair> repairs = Repairs.propose(edition.grids());
        assertThat(repairs).extracting(Repair::kind).containsExactly(RepairKind.CLOSE_GAP);
        assertThat(repairs.get(0).squareMetres()).isBetween(2390.0, 2410.0);
        assertCovers(Repairs.applyAll(edition.grids()), "A1-12", box(100, 0, 200, 100));
    }

    @Test
    void aSliverIsSharedOutAlongItsSides() {
        SmallEdition edition = new SmallEdition();
        edition.reshape("A1-23", shape -> box(200, 100, 299.5, 200));
        edition.reshape("A1-33", shape -> box(200, 200, 299.5, 300));
        List<Repair> repairs = Repairs.propose(edition.grids());
        assertThat(repairs).extracting(Repair::kind).containsExactly(RepairKind.SNAP_SLIVERS);
        List<Grid> repaired = Repairs.applyAll(edition.grids());
        assertCovers(repaired, "A1-23", box(200, 100, 300, 200));
        assertCovers(repaired, "A1-33", box(200, 200, 300, 300));
    }

    @Test
    void anUpperGridBecomesWhatThoseBelowCover() {
        SmallEdition edition = new SmallEdition();
        edition.reshape("A1", shape -> plus(shape, box(290, 0, 340, 200)));
        List<Repair> repairs = Repairs.propose(edition.grids());
        assertThat(repairs).extracting(Repair::kind).containsExactly(RepairKind.REDERIVE_UPPER);
        assertCovers(Repairs.applyAll(edition.grids()), "A1", box(0, 0, 300, 300));
    }

    @Test
    void anUnknownRepairIsNamed() {
        List<Grid> grids = new SmallEdition().grids();
        assertThatThrownBy(() -> Repairs.apply(grids, Set.of("close-gap-0123456789abcdef")))
                .isInstanceOf(NoSuchRepairException.class)
                .hasMessage("no such repair is proposed: close-gap-0123456789abcdef");
    }

    private static void assertCovers(List<Grid> grids, String code, MultiPolygon expected) {
        MultiPolygon outline =
                grids.stream()
                        .filter(grid -> grid.code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .geometry();
        assertThat(EqualArea.squareMetres(outline.symDifference(expected))).isLessThan(0.01);
    }
}
