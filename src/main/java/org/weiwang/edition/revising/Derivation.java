package org.weiwang.edition.revising;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.edition.comparing.Reshaping;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.Union;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/**
 * Makes general and community grids anew from what is below them, where that is other than before:
 * a general grid is what its micro grids and the dedicated grids cover that lie in it, a community
 * what its general grids do. One of which the ground stays the same keeps its outline, vertex by
 * vertex. Used by one thread.
 */
final class Derivation {
    private final Map<String, Grid> former = new HashMap<>();
    private final List<Grid> rows;
    private final Map<Level, Map<String, List<Grid>>> children;

    /**
     * @param before as it was
     * @param after with other micro and dedicated grids
     */
    Derivation(List<Grid> before, List<Grid> after) {
        before.forEach(grid -> former.putIfAbsent(grid.code(), grid));
        this.rows = new ArrayList<>(after);
        this.children =
                after.stream().collect(groupingBy(Grid::level, groupingBy(Grid::parentCode)));
    }

    List<Grid> derived() {
        Set<Grid> changed = changed();
        Set<String> generals = new HashSet<>();
        for (Grid grid : changed) {
            if (grid.level() == Level.MICRO) {
                generals.add(grid.parentCode());
            } else {
                generalAround(grid).map(Grid::code).ifPresent(generals::add);
            }
        }
        Set<String> communities = new HashSet<>();
        replace(Level.GENERAL, generals).forEach(general -> communities.add(general.parentCode()));
        replace(Level.COMMUNITY, communities);
        return rows;
    }

    /** Micro and dedicated grids as they were and as they are, where that differs. */
    private Set<Grid> changed() {
        Set<Grid> changed = new HashSet<>();
        Set<String> kept = new HashSet<>();
        for (Grid grid : rows) {
            Grid before = former.get(grid.code());
            kept.add(grid.code());
            if (grid != before) {
                changed.add(grid);
                Optional.ofNullable(before).ifPresent(changed::add);
            }
        }
        former.values().stream().filter(grid -> !kept.contains(grid.code())).forEach(changed::add);
        return changed;
    }

    /** That in which a dedicated grid lies, as it was. */
    private Optional<Grid> generalAround(Grid dedicated) {
        Coordinate inside = dedicated.geometry().getInteriorPoint().getCoordinate();
        return former.values().stream()
                .filter(grid -> grid.level() == Level.GENERAL)
                .filter(grid -> grid.parentCode().equals(dedicated.parentCode()))
                .filter(grid -> SimplePointInAreaLocator.isContained(inside, grid.geometry()))
                .findFirst();
    }

    /** Those of these grids that become others. */
    private List<Grid> replace(Level level, Set<String> codes) {
        List<Grid> replaced = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Grid grid = rows.get(i);
            if (grid.level() != level || !codes.contains(grid.code())) {
                continue;
            }
            List<MultiPolygon> below = below(grid).map(Grid::geometry).toList();
            if (below.isEmpty() || !below.stream().allMatch(MultiPolygon::isValid)) {
                continue; // That something is wrong is for the check to tell.
            }
            MultiPolygon union = Lattice.snap(Union.of(below).ground());
            if (!grid.geometry().isValid() || Reshaping.of(grid.geometry(), union).isPresent()) {
                Grid other = grid.withOutline(union);
                rows.set(i, other);
                replaced.add(other);
            }
        }
        if (level == Level.GENERAL) {
            children.put(
                    Level.GENERAL,
                    rows.stream()
                            .filter(grid -> grid.level() == Level.GENERAL)
                            .collect(groupingBy(Grid::parentCode)));
        }
        return replaced;
    }

    private Stream<Grid> below(Grid grid) {
        if (grid.level() == Level.COMMUNITY) {
            return children(Level.GENERAL, grid.code());
        }
        return Stream.concat(
                children(Level.MICRO, grid.code()),
                children(Level.DEDICATED, grid.parentCode())
                        .filter(
                                dedicated ->
                                        generalAround(dedicated)
                                                .filter(of -> of.code().equals(grid.code()))
                                                .isPresent()));
    }

    private Stream<Grid> children(Level level, String parent) {
        return children.getOrDefault(level, Map.of()).getOrDefault(parent, List.of()).stream();
    }
}
