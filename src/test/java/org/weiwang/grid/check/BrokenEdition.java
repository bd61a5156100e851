package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.grid.Level;

/**
 * A small edition after something has happened to it, and all that is to be found.
 *
 * @param name what has happened
 */
record BrokenEdition(String name, Consumer<SmallEdition> change, List<Expected> expected) {
    /**
     * A finding.
     *
     * @param grids separated by blanks
     * @param squareMetres 0 for no area
     * @param width in metres
     * @param place metres east and north; null where it does not matter
     */
    record Expected(
            FindingKind kind,
            Level level,
            String grids,
            double squareMetres,
            double width,
            Long count,
            Coordinate place) {
        void assertIs(Finding finding) {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.level()).isEqualTo(level);
            assertThat(String.join(" ", finding.grids())).isEqualTo(grids);
            assertThat(finding.count()).isEqualTo(count);
            if (squareMetres == 0) {
                assertThat((Object) finding.area()).isNull();
                assertThat(finding.squareMetres()).isNull();
                assertThat(finding.width()).isNull();
            } else {
                assertThat(finding.squareMetres())
                        .isCloseTo(squareMetres, within(0.05 + squareMetres / 1000));
                assertThat(finding.width()).isCloseTo(width, within(width / 25));
                assertThat(finding.area().isValid()).isTrue();
            }
            if (place != null) {
                assertThat(SmallEdition.metres(finding.at()).distance(place)).isLessThan(0.01);
            }
        }

        Expected at(double east, double north) {
            Coordinate at = new Coordinate(east, north);
            return new Expected(kind, level, grids, squareMetres, width, count, at);
        }

        private String sortedBy() {
            return "%02d %s %015.1f".formatted(kind.ordinal(), grids, squareMetres);
        }
    }

    BrokenEdition(String name, Consumer<SmallEdition> change, Expected... expected) {
        this(name, change, List.of(expected));
    }

    static Expected fact(FindingKind kind, Level level, String grids) {
        return new Expected(kind, level, grids, 0, 0, null, null);
    }

    static Expected count(FindingKind kind, Level level, String grids, long count) {
        return new Expected(kind, level, grids, 0, 0, count, null);
    }

    static Expected ground(
            FindingKind kind, Level level, String grids, double squareMetres, double width) {
        return new Expected(kind, level, grids, squareMetres, width, null, null);
    }

    List<Finding> findings() {
        SmallEdition edition = new SmallEdition();
        change.accept(edition);
        return CoverageCheck.check(edition.grids());
    }

    void assertFound() {
        List<Finding> findings = new ArrayList<>(findings());
        assertThat(findings)
                .extracting(finding -> finding.kind() + " " + finding.grids())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream()
                                .map(e -> e.kind + " " + List.of(e.grids.split(" ")))
                                .toList());
        findings.sort(Comparator.comparing(BrokenEdition::sortedBy));
        List<Expected> sorted =
                expected.stream().sorted(Comparator.comparing(Expected::sortedBy)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            sorted.get(i).assertIs(findings.get(i));
        }
    }

    private static String sortedBy(Finding finding) {
        return "%02d %s %015.1f"
                .formatted(
                        finding.kind().ordinal(),
                        String.join(" ", finding.grids()),
                        finding.squareMetres() == null ? 0 : finding.squareMetres());
    }

    @Override
    public String toString() {
        return name;
    }
}
