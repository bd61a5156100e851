package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.grid.Level;

/**
 * Which grids share edges with a piece of ground.
 *
 * @param rows those that do, the one with the longest shared edge first, of equal ones the one with
 *     the smallest code
 * @param owners by edge; a dedicated grid only where it is no micro grid's, since it may lie over
 *     them
 */
record Borders(List<Integer> rows, Map<Edge, Integer> owners) {
    /**
     * @param ground with the vertices of all that it touches, and they with its own
     * @param wanted which of the grids that lie there are asked for
     */
    static Borders of(Board board, Draft draft, Level level, Geometry ground, IntPredicate wanted) {
        Set<Edge> edges = Edge.all(ground);
        Map<Edge, Integer> owners = new TreeMap<>();
        List<Integer> near = new ArrayList<>(draft.near(level, ground));
        near.sort(Comparator.comparing(row -> board.level(row) != level));
        for (int row : near) {
            for (Edge edge : Edge.all(draft.outline(row))) {
                if (edges.contains(edge)) {
                    owners.putIfAbsent(edge, row);
                }
            }
        }
        owners.values().removeIf(row -> !wanted.test(row));
        Map<Integer, Double> lengths = new TreeMap<>();
        owners.forEach((edge, row) -> lengths.merge(row, edge.length(), Double::sum));
        List<Integer> rows = new ArrayList<>(lengths.keySet());
        rows.sort(
                Comparator.comparing((Integer row) -> -lengths.get(row))
                        .thenComparing(row -> board.code(row)));
        return new Borders(rows, owners);
    }
}
