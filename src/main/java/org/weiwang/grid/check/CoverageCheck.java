package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** Finds what is wrong with the grids of a district, as far as they alone tell. Thread-safe. */
public final class CoverageCheck {
    private final List<Finding> findings = new ArrayList<>();
    private final Hierarchy hierarchy;
    private final Map<Level, Places> places = new EnumMap<>(Level.class);

    private CoverageCheck(List<Grid> grids) {
        Soundness soundness = Soundness.of(grids);
        hierarchy = new Hierarchy(soundness.grounds());
        for (Level level : Level.values()) {
            places.put(level, new Places(hierarchy.level(level)));
        }
        findings.addAll(soundness.findings());
        findings.addAll(Facts.check(soundness.grounds(), hierarchy));
    }

    /**
     * Done on the common pool.
     *
     * @param grids of all levels, in the order in which they came; they may be wrong in every way
     *     that a finding's kind names: codes of any text, several with one code, names and parents'
     *     codes empty, geometries empty or invalid
     * @return by kind, then by the code of the grid at fault, then by place
     */
    public static List<Finding> check(List<Grid> grids) {
        CoverageCheck check = new CoverageCheck(grids);
        check.levels();
        check.dedicated();
        check.findings.sort(Order.OF_FINDINGS);
        return List.copyOf(check.findings);
    }

    private void levels() {
        Coverage communities = coverage(Level.COMMUNITY);
        Overlaps overlaps =
                communities.areNeighbours()
                        ? Overlaps.NONE
                        : overlaps(Level.COMMUNITY, (one, other) -> true);
        findings.addAll(overlaps.findings());
        findings.addAll(gaps(Level.COMMUNITY).between(communities));
        Overlaps ofGenerals = below(Level.GENERAL, overlaps, () -> communities);
        below(Level.MICRO, ofGenerals, () -> coverage(Level.GENERAL));
    }

    /**
     * @param above the overlaps of the level above
     * @param coverage that of the level above; not asked for where all of it is filled
     */
    private Overlaps below(Level level, Overlaps above, Supplier<Coverage> coverage) {
        Filling filling =
                Filling.of(hierarchy, level, places.get(level), places.get(Level.DEDICATED));
        List<Piece> open = filling.open();
        if (!open.isEmpty()) {
            Places parents = places.get(Hierarchy.above(level));
            findings.addAll(gaps(level).open(open, parents, coverage.get()));
        }
        findings.addAll(
                hierarchy.level(level).parallelStream()
                        .filter(grid -> !filling.isSettled(grid))
                        .flatMap(outsides()::of)
                        .toList());
        Overlaps overlaps = overlaps(level, (one, other) -> filling.mayOverlap(one, other, above));
        findings.addAll(overlaps.findings());
        return overlaps;
    }

    private void dedicated() {
        findings.addAll(
                hierarchy.level(Level.DEDICATED).parallelStream()
                        .flatMap(outsides()::ofDedicated)
                        .toList());
        findings.addAll(overlaps(Level.DEDICATED, (one, other) -> true).findings());
    }

    private Coverage coverage(Level level) {
        return Coverage.of(hierarchy.level(level));
    }

    private Overlaps overlaps(Level level, BiPredicate<Ground, Ground> mayOverlap) {
        return Overlaps.of(hierarchy.level(level), places.get(level), mayOverlap);
    }

    private Gaps gaps(Level level) {
        return new Gaps(level, places.get(level));
    }

    private Outsides outsides() {
        return new Outsides(hierarchy, places.get(Level.COMMUNITY));
    }
}
