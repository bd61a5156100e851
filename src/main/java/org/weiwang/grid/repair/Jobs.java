package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Overlay;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.Finding;

/** Makes jobs of findings. */
final class Jobs {
    private final Board board;
    private final Gaps gaps;
    private final Overlaps overlaps;
    private final Uppers uppers;
    private final List<Job> jobs = new ArrayList<>();
    private final List<Derivation> derivations = new ArrayList<>();

    private Jobs(Board board) {
        this.board = board;
        this.gaps = new Gaps(board);
        this.overlaps = new Overlaps(board);
        this.uppers = new Uppers(board);
    }

    /** By kind, in the order in which they are done; of findings that can be repaired so. */
    static List<Job> of(Board board, List<Finding> findings) {
        Jobs jobs = new Jobs(board);
        findings.forEach(jobs::take);
        jobs.jobs.sort(Comparator.comparing(Job::kind));
        jobs.addDerivations();
        return jobs.jobs;
    }

    private void take(Finding finding) {
        switch (finding.kind()) {
            case INVALID_GEOMETRY -> makeValid(finding);
            case EMPTY_GEOMETRY -> deriveWhole(finding);
            case GAP -> gap(finding, RepairKind.CLOSE_GAP);
            case GAP_SLIVER -> gap(finding, RepairKind.SNAP_SLIVERS);
            case OVERLAP -> overlap(finding, RepairKind.CUT_OVERLAP);
            case OVERLAP_SLIVER -> overlap(finding, RepairKind.SNAP_SLIVERS);
            case OUTSIDE_PARENT, OUTSIDE_PARENT_SLIVER -> {
                if (finding.level() != Level.DEDICATED) {
                    derive(finding, Levels.above(finding.level()));
                }
            }
            case PARENT_NOT_FILLED, PARENT_NOT_FILLED_SLIVER -> {
                if (isEmptyBelow(finding)) {
                    derive(finding, finding.level());
                }
            }
            default -> {
                // Only people can tell what is right.
            }
        }
    }

    private void makeValid(Finding finding) {
        if (finding.area() == null) {
            return; // No ground is left of it.
        }
        for (int row : board.unsound()) {
            if (finding.grids().contains(board.code(row)) && finding.level() == board.level(row)) {
                add(RepairKind.MAKE_VALID, finding, () -> valid(row));
            }
        }
    }

    private Draft valid(int row) {
        Draft draft = new Draft(board);
        draft.set(row, Overlay.valid(board.outline(row)));
        return draft;
    }

    private void gap(Finding finding, RepairKind kind) {
        Level below = Levels.below(finding.level());
        if (below != null && !uppers.below(finding.level(), finding.area()).isEmpty()) {
            derive(finding, finding.level());
        } else if (areSound(finding)) {
            boolean isSliver = kind == RepairKind.SNAP_SLIVERS;
            add(kind, finding, () -> gaps.close(finding, isSliver));
        }
    }

    private void overlap(Finding finding, RepairKind kind) {
        if (overlaps.areDerived(finding)) {
            derive(finding, finding.level());
        } else if (areSound(finding)) {
            add(kind, finding, () -> overlaps.cut(finding));
        }
    }

    /** An upper grid without a geometry: there may still be all that it is made of. */
    private void deriveWhole(Finding finding) {
        for (int row : board.rows(finding.level(), finding.grids())) {
            List<MultiPolygon> parts = board.children(row).stream().map(board::outline).toList();
            if (board.outline(row).isEmpty() && !parts.isEmpty()) {
                Geometry whole = Ground.union(parts);
                Coordinate at = whole.getInteriorPoint().getCoordinate();
                if (at != null) {
                    Derivation.add(
                            derivations,
                            new Derivation(
                                    finding.level(),
                                    Set.of(row),
                                    List.of(whole),
                                    new LonLat(at.x, at.y),
                                    EqualArea.squareMetres(whole)));
                }
            }
        }
    }

    /**
     * Not where general grids are missing that there are micro grids of: a community would lose
     * ground that they have.
     */
    private boolean isEmptyBelow(Finding finding) {
        return finding.level() != Level.COMMUNITY
                || uppers.below(Level.GENERAL, finding.area()).isEmpty();
    }

    private void derive(Finding finding, Level level) {
        if (areSound(finding)) {
            Derivation.add(
                    derivations,
                    new Derivation(
                            level,
                            uppers.concerned(level, finding.area()),
                            List.of(finding.area()),
                            finding.at(),
                            finding.squareMetres()));
        }
    }

    /** The lower levels first: where these are derived, there may be nothing left to do above. */
    private void addDerivations() {
        List<Derivation> united = derivations.stream().map(Derivation::united).toList();
        for (Derivation derivation : united) {
            boolean isFirst =
                    united.stream()
                            .noneMatch(
                                    other ->
                                            other.level().compareTo(derivation.level()) > 0
                                                    && Ground.anyCounts(
                                                            Ground.common(
                                                                    other.area(),
                                                                    derivation.area())));
            if (isFirst) {
                add(
                        RepairKind.REDERIVE_UPPER,
                        derivation.level(),
                        derivation.rows().stream().map(row -> board.code(row)).toList(),
                        derivation.at(),
                        derivation.squareMetres(),
                        () -> uppers.derive(derivation.rows(), derivation.area()));
            }
        }
    }

    /** Whether nothing that its repair would look at must be made valid first. */
    private boolean areSound(Finding finding) {
        Set<Level> levels = new HashSet<>(Levels.beside(finding.level()));
        Stream.of(Levels.above(finding.level()), Levels.below(finding.level()))
                .filter(level -> level != null)
                .forEach(levels::add);
        Envelope box = finding.area().getEnvelopeInternal();
        box.expandBy(Gaps.AROUND);
        return board.near(levels, box).stream().allMatch(board::isSound);
    }

    private void add(RepairKind kind, Finding finding, Supplier<Draft> work) {
        add(kind, finding.level(), finding.grids(), finding.at(), finding.squareMetres(), work);
    }

    private void add(
            RepairKind kind,
            Level level,
            List<String> codes,
            LonLat at,
            double squareMetres,
            Supplier<Draft> work) {
        jobs.add(new Job(kind, level, codes, at, squareMetres, work));
    }
}
