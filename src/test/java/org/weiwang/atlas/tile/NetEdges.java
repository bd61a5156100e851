package org.weiwang.atlas.tile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The edges of polygons in a tile, in either direction, counted. Where two polygons share one they
 * run along it in opposite directions, which is no edge of the two together. So polygons without
 * gaps and overlaps have the edges of their union, to the step of the tile's grid.
 */
final class NetEdges {
    private static final int LOW = -Window.MARGIN;
    private static final int HIGH = Plane.EXTENT + Window.MARGIN;

    private record Edge(int fromX, int fromY, int toX, int toY) {
        Edge reversed() {
            return new Edge(toX, toY, fromX, fromY);
        }

        /** Where polygons end because what is drawn does. */
        boolean isEndOfTile() {
            return isEnd(fromX, toX) || isEnd(fromY, toY);
        }

        private static boolean isEnd(int from, int to) {
            return from == to && (from == LOW || from == HIGH);
        }
    }

    private NetEdges() {}

    /**
     * What remains of the polygons' edges without those of the others; none where the polygons have
     * the others' union.
     */
    static Set<Object> difference(
            List<DecodedTile.Feature> polygons, List<DecodedTile.Feature> others) {
        Map<Object, Integer> counts = new HashMap<>();
        edges(polygons).forEach(edge -> count(edge, counts));
        edges(others).forEach(edge -> count(edge.reversed(), counts));
        return counts.keySet();
    }

    private static void count(Edge edge, Map<Object, Integer> counts) {
        if (counts.containsKey(edge.reversed())) {
            counts.computeIfPresent(edge.reversed(), (e, n) -> n == 1 ? null : n - 1);
        } else {
            counts.merge(edge, 1, Integer::sum);
        }
    }

    private static Stream<Edge> edges(List<DecodedTile.Feature> polygons) {
        return polygons.stream()
                .flatMap(polygon -> polygon.rings().stream())
                .flatMap(NetEdges::edges)
                .filter(edge -> !edge.isEndOfTile());
    }

    private static Stream<Edge> edges(int[] ring) {
        Stream.Builder<Edge> edges = Stream.builder();
        int before = ring.length - 2;
        for (int at = 0; at < ring.length; before = at, at += 2) {
            edges.add(new Edge(ring[before], ring[before + 1], ring[at], ring[at + 1]));
        }
        return edges.build();
    }
}
