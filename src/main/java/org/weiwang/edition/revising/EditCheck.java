package org.weiwang.edition.revising;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.CoverageCheck;
import org.weiwang.grid.check.Finding;

/** Finds what is wrong where somebody drew, without looking at the rest of the district. */
public final class EditCheck {
    /**
     * @param isNew whether it was not so before
     */
    public record Found(Finding finding, boolean isNew) {}

    private EditCheck() {}

    /**
     * @param rows of the edition before it is edited
     * @return all that is wrong with the communities around what is edited, as it would be then
     * @throws RevisionException as the edits throw it
     */
    public static List<Found> check(List<Grid> rows, Edits edits) throws RevisionException {
        List<Grid> edited = edits.of(rows);
        Envelope around = around(rows, edited);
        Set<String> near =
                edited.stream()
                        .filter(grid -> grid.level() == Level.COMMUNITY)
                        .filter(grid -> grid.geometry().getEnvelopeInternal().intersects(around))
                        .map(Grid::code)
                        .collect(Collectors.toSet());
        Set<Finding> before = new HashSet<>(findings(rows, near));
        return findings(edited, near).stream()
                .map(finding -> new Found(finding, !before.contains(finding)))
                .toList();
    }

    private static List<Finding> findings(List<Grid> rows, Set<String> communities) {
        List<Grid> elsewhere =
                rows.stream()
                        .filter(grid -> grid.level() == Level.COMMUNITY)
                        .filter(grid -> !communities.contains(grid.code()))
                        .toList();
        return CoverageCheck.check(part(rows, communities)).stream()
                .filter(finding -> !isCovered(finding, elsewhere))
                .toList();
    }

    /** The box around all that differs. */
    private static Envelope around(List<Grid> before, List<Grid> after) {
        Set<Grid> differing = new HashSet<>(before);
        Envelope around = new Envelope();
        for (Grid grid : after) {
            if (!differing.remove(grid)) {
                around.expandToInclude(grid.geometry().getEnvelopeInternal());
            }
        }
        differing.forEach(grid -> around.expandToInclude(grid.geometry().getEnvelopeInternal()));
        return around;
    }

    /** These communities with all below them. */
    private static List<Grid> part(List<Grid> rows, Set<String> communities) {
        Set<String> generals =
                rows.stream()
                        .filter(grid -> grid.level() == Level.GENERAL)
                        .filter(grid -> communities.contains(grid.parentCode()))
                        .map(Grid::code)
                        .collect(Collectors.toSet());
        return rows.stream()
                .filter(
                        grid ->
                                switch (grid.level()) {
                                    case COMMUNITY -> communities.contains(grid.code());
                                    case GENERAL, DEDICATED ->
                                            communities.contains(grid.parentCode());
                                    case MICRO -> generals.contains(grid.parentCode());
                                })
                .toList();
    }

    /** Whether what looks like a gap is where a community lies that was left out. */
    private static boolean isCovered(Finding finding, List<Grid> communities) {
        if (finding.level() != Level.COMMUNITY || finding.at() == null) {
            return false;
        }
        Coordinate at = new Coordinate(finding.at().lon(), finding.at().lat());
        return communities.stream()
                .anyMatch(
                        community ->
                                SimplePointInAreaLocator.isContained(at, community.geometry()));
    }
}
