package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.polygon.ConstrainedDelaunayTriangulator;
import org.weiwang.geo.Overlay;

/**
 * Shares a narrow gap out among the grids along it. It is cut into triangles between its own
 * vertices, so that no new ones come up. Of the grids on either side of a triangle the one that
 * shares the longer edge with the whole gap has it, or else the one of those on its own side that
 * has the triangle beside it. So along each stretch one side's boundary is laid on that of the
 * other, and no grid gets a tail along others' boundaries.
 */
final class Slivers {
    /** That a grid may have a triangle, and by how long an edge it comes to it. */
    private record Claim(int triangle, int row, double length) {
        static final Comparator<Claim> ORDER =
                Comparator.comparing((Claim claim) -> -claim.length)
                        .thenComparing(Claim::triangle)
                        .thenComparing(Claim::row);
    }

    private final Borders borders;
    private final List<Polygon> triangles;
    private final Map<Edge, List<Integer>> byEdge = new HashMap<>();
    private final Set<Edge> rim;
    private final Queue<Claim> claims = new PriorityQueue<>(Claim.ORDER);

    private Slivers(Geometry gap, Borders borders) {
        this.borders = borders;
        this.rim = Edge.all(gap);
        this.triangles = Overlay.polygons(new ConstrainedDelaunayTriangulator(gap).getResult());
        for (int i = 0; i < triangles.size(); i++) {
            for (Edge edge : Edge.all(triangles.get(i))) {
                byEdge.computeIfAbsent(edge, any -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * By row.
     *
     * @param borders of at least one grid
     */
    static Map<Integer, Geometry> parts(Geometry gap, Borders borders) {
        return borders.rows().size() == 1
                ? Map.of(borders.rows().get(0), gap)
                : new Slivers(gap, borders).parts();
    }

    private Map<Integer, Geometry> parts() {
        claimEdges();
        Map<Integer, Integer> rowOf = new TreeMap<>();
        while (!claims.isEmpty()) {
            Claim claim = claims.remove();
            if (rowOf.putIfAbsent(claim.triangle(), claim.row()) == null) {
                for (Edge edge : Edge.all(triangles.get(claim.triangle()))) {
                    for (int next : byEdge.get(edge)) {
                        claims.add(new Claim(next, claim.row(), edge.length()));
                    }
                }
            }
        }
        Map<Integer, Geometry> parts = new TreeMap<>();
        rowOf.forEach((triangle, row) -> parts.merge(row, triangles.get(triangle), Ground::union));
        return parts;
    }

    /** For each triangle with an edge of the grid that comes first of those on either side. */
    private void claimEdges() {
        Map<Coordinate, Set<Integer>> touching = touching();
        for (int i = 0; i < triangles.size(); i++) {
            Set<Integer> beside = new HashSet<>();
            Set<Integer> facing = new HashSet<>();
            for (Edge edge : Edge.all(triangles.get(i))) {
                Integer owner = borders.owners().get(edge);
                if (owner != null) {
                    beside.add(owner);
                }
            }
            for (Coordinate corner : facing(triangles.get(i))) {
                facing.addAll(touching.getOrDefault(corner, Set.of()));
            }
            for (int row : borders.rows()) {
                if (beside.contains(row)) {
                    claims.add(new Claim(i, row, Double.POSITIVE_INFINITY));
                    break;
                }
                if (facing.contains(row)) {
                    break;
                }
            }
        }
    }

    /** The corners by which a triangle touches the other side of the gap than by its edges. */
    private Set<Coordinate> facing(Polygon triangle) {
        Set<Coordinate> corners = new HashSet<>(List.of(triangle.getCoordinates()));
        for (Edge edge : Edge.all(triangle)) {
            if (rim.contains(edge)) {
                corners.remove(edge.start());
                corners.remove(edge.end());
            }
        }
        return corners;
    }

    private Map<Coordinate, Set<Integer>> touching() {
        Map<Coordinate, Set<Integer>> touching = new HashMap<>();
        borders.owners()
                .forEach(
                        (edge, row) -> {
                            touching.computeIfAbsent(edge.start(), any -> new HashSet<>()).add(row);
                            touching.computeIfAbsent(edge.end(), any -> new HashSet<>()).add(row);
                        });
        return touching;
    }
}
