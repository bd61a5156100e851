package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** From one position to another, longitude and latitude in degrees. */
record Edge(double x, double y, double toX, double toY) {
    Edge reversed() {
        return new Edge(toX, toY, x, y);
    }

    Coordinate[] line() {
        return new Coordinate[] {new Coordinate(x, y), new Coordinate(toX, toY)};
    }

    /** Those along a line. */
    static List<Edge> along(Coordinate[] line) {
        List<Edge> edges = new ArrayList<>(line.length);
        for (int i = 1; i < line.length; i++) {
            edges.add(new Edge(line[i - 1].x, line[i - 1].y, line[i].x, line[i].y));
        }
        return edges;
    }

    /** Those around a valid ground, which lies to the left of each. */
    static List<Edge> around(MultiPolygon ground) {
        List<Edge> edges = new ArrayList<>(ground.getNumPoints());
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            edges.addAll(around((Polygon) ground.getGeometryN(i)));
        }
        return edges;
    }

    static List<Edge> around(Polygon ground) {
        List<Edge> edges = new ArrayList<>(ground.getNumPoints());
        addTo(edges, ground.getExteriorRing(), true);
        for (int hole = 0; hole < ground.getNumInteriorRing(); hole++) {
            addTo(edges, ground.getInteriorRingN(hole), false);
        }
        return edges;
    }

    private static void addTo(List<Edge> edges, LinearRing ring, boolean groundIsInside) {
        Coordinate[] line = ring.getCoordinates();
        boolean forwards = Orientation.isCCW(line) == groundIsInside;
        for (Edge edge : along(line)) {
            edges.add(forwards ? edge : edge.reversed());
        }
    }
}
