package org.weiwang.grid.repair;

import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** An edge, whichever way it is walked. */
record Edge(Coordinate start, Coordinate end) implements Comparable<Edge> {
    private static final double METRES_PER_DEGREE = 111_195;

    static Edge of(Coordinate one, Coordinate other) {
        return one.compareTo(other) <= 0 ? new Edge(one, other) : new Edge(other, one);
    }

    static Set<Edge> all(Geometry outline) {
        Set<Edge> edges = new HashSet<>();
        Noding.eachCorner(outline, (before, vertex, after) -> edges.add(of(vertex, after)));
        return edges;
    }

    @Override
    public int compareTo(Edge other) {
        int byStart = start.compareTo(other.start);
        return byStart == 0 ? end.compareTo(other.end) : byStart;
    }

    /** In metres, good enough to tell the longer. */
    double length() {
        double parallel = Math.cos(Math.toRadians((start.y + end.y) / 2));
        return METRES_PER_DEGREE * Math.hypot((end.x - start.x) * parallel, end.y - start.y);
    }
}
