package org.weiwang.demo.division;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.demo.mesh.Mesh;

/**
 * Walks around sets of cells along the mesh's edges. Where a set touches itself at a node, the walk
 * keeps to the same piece of what lies outside, so that it yields a shell and a hole that touch,
 * not a ring that touches itself.
 */
final class Tracer {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Mesh mesh;

    Tracer(Mesh mesh) {
        this.mesh = mesh;
    }

    /**
     * The outlines of the sets 0 to count − 1. No two parts of a set may touch at a node only.
     *
     * @param owner per cell the set it belongs to, or a negative number for none
     */
    List<Geometry> outlines(int[] owner, int count) {
        List<Map<Integer, List<Integer>>> sides = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sides.add(new HashMap<>());
        }
        List<List<Integer>> order = new ArrayList<>();
        sides.forEach(side -> order.add(new ArrayList<>()));
        for (int edge = 0; edge < mesh.edgeCount(); edge++) {
            int left = owner(owner, mesh.left(edge));
            int right = owner(owner, mesh.right(edge));
            if (left != right && left >= 0) {
                order.get(left).add(edge);
                sides.get(left).computeIfAbsent(start(edge), n -> new ArrayList<>(1)).add(edge);
            }
            if (left != right && right >= 0) {
                order.get(right).add(~edge);
                sides.get(right).computeIfAbsent(start(~edge), n -> new ArrayList<>(1)).add(~edge);
            }
        }
        List<Geometry> outlines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outlines.add(outline(order.get(i), sides.get(i)));
        }
        return outlines;
    }

    private static int owner(int[] owner, int cell) {
        return cell == Mesh.OUTSIDE ? -1 : owner[cell];
    }

    private int start(int side) {
        return side >= 0 ? mesh.from(side) : mesh.to(~side);
    }

    private int end(int side) {
        return side >= 0 ? mesh.to(side) : mesh.from(~side);
    }

    private Geometry outline(List<Integer> order, Map<Integer, List<Integer>> sidesAt) {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (Integer first : order) {
            if (sidesAt.get(start(first)).remove(first)) {
                LinearRing ring = ring(first, sidesAt);
                (Orientation.isCCW(ring.getCoordinateSequence()) ? shells : holes).add(ring);
            }
        }
        List<List<LinearRing>> holesOf = new ArrayList<>();
        shells.forEach(shell -> holesOf.add(new ArrayList<>()));
        for (LinearRing hole : holes) {
            holesOf.get(shellAround(hole, shells)).add(hole);
        }
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < shells.size(); i++) {
            parts.add(
                    FACTORY.createPolygon(
                            shells.get(i), holesOf.get(i).toArray(LinearRing[]::new)));
        }
        return FACTORY.buildGeometry(parts);
    }

    private LinearRing ring(int first, Map<Integer, List<Integer>> sidesAt) {
        CoordinateList ring = new CoordinateList();
        ring.add(mesh.line(edge(first)), false, first >= 0);
        int side = first;
        while (end(side) != start(first) || next(side, sidesAt, first) != first) {
            Integer next = next(side, sidesAt, first);
            sidesAt.get(start(next)).remove(next);
            ring.add(mesh.line(edge(next)), false, next >= 0);
            side = next;
        }
        return FACTORY.createLinearRing(ring.toCoordinateArray());
    }

    private static int edge(int side) {
        return side >= 0 ? side : ~side;
    }

    /** The side that goes on from the end of a side: the first one counter-clockwise from it. */
    private int next(int side, Map<Integer, List<Integer>> sidesAt, int first) {
        double back = direction(~side);
        int best = start(first) == end(side) ? first : 0;
        double least = start(first) == end(side) ? turn(back, direction(first)) : 10;
        for (int candidate : sidesAt.get(end(side))) {
            double turn = turn(back, direction(candidate));
            if (turn < least) {
                best = candidate;
                least = turn;
            }
        }
        return best;
    }

    private static double turn(double from, double to) {
        return Angle.normalizePositive(to - from);
    }

    private double direction(int side) {
        Coordinate[] line = mesh.line(edge(side));
        return side >= 0
                ? Angle.angle(line[0], line[1])
                : Angle.angle(line[line.length - 1], line[line.length - 2]);
    }

    private static int shellAround(LinearRing hole, List<LinearRing> shells) {
        for (int i = 0; i < shells.size() - 1; i++) {
            Coordinate[] shell = shells.get(i).getCoordinates();
            for (Coordinate place : hole.getCoordinates()) {
                int location = PointLocation.locateInRing(place, shell);
                if (location == Location.INTERIOR) {
                    return i;
                }
                if (location == Location.EXTERIOR) {
                    break;
                }
            }
        }
        return shells.size() - 1;
    }
}
