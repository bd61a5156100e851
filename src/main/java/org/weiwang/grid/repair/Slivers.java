package org.weiwang.grid.repair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.polygon.ConstrainedDelaunayTriangulator;
import org.weiwang.geo.Overlay;

/**
 * Shares a narrow gap out among the grids along it. It is cut into triangles between its own
 * vertices, so that no new ones come up; each goes to that of the grids it touches which shares the
 * longest edge with the whole gap. So along each stretch one side's boundary is laid on that of the
 * other, and none of the grids gets a tail along others' boundaries.
 */
final class Slivers {
    private Slivers() {}

    /**
     * By row. All of it goes to the first of those beside it where it can't be shared out so that
     * each has what it gets beside an edge of its own.
     *
     * @param borders of at least one grid
     */
    static Map<Integer, Geometry> parts(Geometry gap, Borders borders) {
        Map<Integer, Geometry> whole = Map.of(borders.rows().get(0), gap);
        if (borders.rows().size() == 1) {
            return whole;
        }
        Map<Integer, List<Polygon>> triangles = new TreeMap<>();
        Set<Edge> rim = Edge.all(gap);
        Map<Coordinate, Set<Integer>> touching = touching(borders);
        for (Polygon triangle :
                Overlay.polygons(new ConstrainedDelaunayTriangulator(gap).getResult())) {
            Set<Integer> rows = new HashSet<>();
            for (Edge edge : Edge.all(triangle)) {
                if (borders.owners().containsKey(edge)) {
                    rows.add(borders.owners().get(edge));
                }
            }
            for (Coordinate corner : facing(triangle, rim)) {
                rows.addAll(touching.getOrDefault(corner, Set.of()));
            }
            Integer row =
                    borders.rows().stream()
                            .filter(rows::contains)
                            .findFirst()
                            .orElse(borders.rows().get(0));
            triangles.computeIfAbsent(row, any -> new ArrayList<>()).add(triangle);
        }
        boolean areBeside =
                triangles.entrySet().stream()
                        .allMatch(of -> areBeside(of.getValue(), of.getKey(), borders));
        if (!areBeside) {
            return whole;
        }
        Map<Integer, Geometry> parts = new TreeMap<>();
        triangles.forEach(
                (row, own) ->
                        parts.put(
                                row,
                                own.stream()
                                        .map(Geometry.class::cast)
                                        .reduce(Ground::union)
                                        .orElseThrow()));
        return parts;
    }

    /** The corners by which a triangle touches the other side of the gap than by its edges. */
    private static Set<Coordinate> facing(Polygon triangle, Set<Edge> rim) {
        Set<Coordinate> corners = new HashSet<>(List.of(triangle.getCoordinates()));
        for (Edge edge : Edge.all(triangle)) {
            if (rim.contains(edge)) {
                corners.remove(edge.start());
                corners.remove(edge.end());
            }
        }
        return corners;
    }

    private static Map<Coordinate, Set<Integer>> touching(Borders borders) {
        Map<Coordinate, Set<Integer>> touching = new HashMap<>();
        borders.owners()
                .forEach(
                        (edge, row) -> {
                            touching.computeIfAbsent(edge.start(), any -> new HashSet<>()).add(row);
                            touching.computeIfAbsent(edge.end(), any -> new HashSet<>()).add(row);
                        });
        return touching;
    }

    /** Whether each of the triangles is joined by edges, or by others of them, to the grid. */
    private static boolean areBeside(List<Polygon> triangles, int row, Borders borders) {
        Map<Edge, List<Polygon>> byEdge = new HashMap<>();
        Deque<Polygon> joined = new ArrayDeque<>();
        Set<Polygon> reached = new HashSet<>();
        for (Polygon triangle : triangles) {
            for (Edge edge : Edge.all(triangle)) {
                byEdge.computeIfAbsent(edge, any -> new ArrayList<>()).add(triangle);
                if (Integer.valueOf(row).equals(borders.owners().get(edge))
                        && reached.add(triangle)) {
                    joined.add(triangle);
                }
            }
        }
        while (!joined.isEmpty()) {
            for (Edge edge : Edge.all(joined.remove())) {
                for (Polygon next : byEdge.get(edge)) {
                    if (reached.add(next)) {
                        joined.add(next);
                    }
                }
            }
        }
        return reached.size() == triangles.size();
    }
}
