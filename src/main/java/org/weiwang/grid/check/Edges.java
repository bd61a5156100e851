package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A sum of valid grounds, some with a minus, as the edges around it, the ground to the left of
 * each. Two edges that run to and fro between the same two positions cancel each other. Where none
 * is left the sum is zero everywhere: each place is in as many grounds that were added as in such
 * that were subtracted.
 */
final class Edges {
    private record Edge(double x, double y, double toX, double toY) {
        Edge reversed() {
            return new Edge(toX, toY, x, y);
        }
    }

    private final Set<Edge> left = new HashSet<>();
    private boolean isAnyTwice;

    void add(MultiPolygon ground) {
        forEach(ground, this::put);
    }

    void subtract(MultiPolygon ground) {
        forEach(ground, edge -> put(edge.reversed()));
    }

    /** Adds the ground if all of its edges cancel others. */
    void addIfItCancels(MultiPolygon ground) {
        List<Edge> reversed = new ArrayList<>();
        forEach(ground, edge -> reversed.add(edge.reversed()));
        if (left.containsAll(reversed)) {
            reversed.forEach(left::remove);
        }
    }

    boolean areNone() {
        return left.isEmpty() && !isAnyTwice;
    }

    private void put(Edge edge) {
        if (!left.remove(edge.reversed()) && !left.add(edge)) {
            isAnyTwice = true;
        }
    }

    private static void forEach(MultiPolygon ground, Consumer<Edge> action) {
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            Polygon part = (Polygon) ground.getGeometryN(i);
            forEach(part.getExteriorRing(), true, action);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                forEach(part.getInteriorRingN(hole), false, action);
            }
        }
    }

    private static void forEach(LinearRing ring, boolean groundIsInside, Consumer<Edge> action) {
        CoordinateSequence points = ring.getCoordinateSequence();
        boolean forwards = Orientation.isCCW(points) == groundIsInside;
        for (int i = 1; i < points.size(); i++) {
            Edge edge =
                    new Edge(
                            points.getX(i - 1), points.getY(i - 1), points.getX(i), points.getY(i));
            action.accept(forwards ? edge : edge.reversed());
        }
    }
}
