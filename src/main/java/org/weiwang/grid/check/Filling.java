package org.weiwang.grid.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.Overlay;
import org.weiwang.grid.Level;

/**
 * How the grids of a level fill those above.
 *
 * @param settled the parents that their children fill, each place once and nothing besides that
 *     counts, by the edges that they share; whether they do so to the bit
 * @param open ground of the other parents that is not filled, as pieces that are connected each
 */
record Filling(Hierarchy hierarchy, Map<Ground, Boolean> settled, List<Piece> open) {
    /**
     * @param level GENERAL or MICRO
     * @param places of that level
     * @param dedicated those of dedicated grids, which fill general grids too
     */
    static Filling of(Hierarchy hierarchy, Level level, Places places, Places dedicated) {
        Set<Map.Entry<String, List<Ground>>> parents = hierarchy.codes(Hierarchy.above(level));
        Map<Ground, Boolean> settled = new ConcurrentHashMap<>();
        parents.parallelStream()
                .filter(parent -> parent.getValue().size() == 1)
                .forEach(
                        parent -> {
                            Ground ground = parent.getValue().get(0);
                            Sum sum = less(hierarchy, level, ground, dedicated);
                            if (sum.isNothing()) {
                                settled.put(ground, true);
                            } else if (sum.noded().isNothing()) {
                                settled.put(ground, false);
                            }
                        });
        List<Polygon> open =
                parents.parallelStream()
                        .flatMap(parent -> parent.getValue().stream())
                        .filter(parent -> !settled.containsKey(parent))
                        .flatMap(
                                parent ->
                                        open(hierarchy, level, parent, places, dedicated).stream())
                        .toList();
        return new Filling(hierarchy, settled, Piece.each(Overlay.polygons(Overlay.union(open))));
    }

    /** Whether the grid's parent is settled. */
    boolean isSettled(Ground grid) {
        return settledParent(grid) != null;
    }

    /**
     * @param above which parents overlap
     * @return false only for two of which it is certain that they don't
     */
    boolean mayOverlap(Ground one, Ground other, Overlaps above) {
        Ground parent = settledParent(one);
        Ground otherParent = settledParent(other);
        if (parent == null || otherParent == null) {
            return true;
        }
        // What does not count between parents does, perhaps, where their grids go beyond them.
        boolean isCertain = settled.get(parent) && settled.get(otherParent);
        return parent != otherParent && (!isCertain || above.areOf(parent, otherParent));
    }

    private Ground settledParent(Ground grid) {
        return hierarchy.parents(grid).stream()
                .filter(settled::containsKey)
                .findFirst()
                .orElse(null);
    }

    /** The children of a parent less the parent. */
    private static Sum less(Hierarchy hierarchy, Level level, Ground parent, Places dedicated) {
        return Sum.of(
                parent.shape(),
                shapes(hierarchy.children(level, parent.code())),
                level == Level.MICRO ? shapes(dedicated.near(parent.box())) : List.of());
    }

    private static List<MultiPolygon> shapes(List<Ground> grounds) {
        return grounds.stream().map(Ground::shape).toList();
    }

    private static List<Polygon> open(
            Hierarchy hierarchy, Level level, Ground parent, Places places, Places dedicated) {
        List<Polygon> open = Overlay.polygons(parent.shape());
        open = without(open, hierarchy.children(level, parent.code()).stream());
        open = without(open, near(open, places));
        return level == Level.MICRO ? without(open, near(open, dedicated)) : open;
    }

    private static Stream<Ground> near(List<Polygon> pieces, Places places) {
        return pieces.stream()
                .flatMap(piece -> places.near(piece.getEnvelopeInternal()).stream())
                .distinct();
    }

    private static List<Polygon> without(List<Polygon> pieces, Stream<Ground> grounds) {
        List<MultiPolygon> others = grounds.map(Ground::shape).toList();
        return pieces.isEmpty() || others.isEmpty()
                ? pieces
                : Overlay.difference(Overlay.multiPolygon(pieces), Overlay.union(others));
    }
}
