package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdTree;
import org.weiwang.geo.Ellipsoid;

/** The places where lines end, and which of them lie together. */
final class Ends {
    /** An end that lies on a line is off it by rounding to {@link Steps}: half of one. */
    private static final double ROUNDING = 0.0056;

    private static final double FULL_TURN = 360 * Steps.PER_DEGREE;

    private final double tolerance;
    private final Map<Coordinate, End> ends = new HashMap<>();
    private final KdTree tree = new KdTree();
    private final Map<End, Integer> clusterOf = new HashMap<>();
    private final List<List<End>> clusters;

    /**
     * @param tolerance in metres
     */
    Ends(List<Line> lines, double tolerance) {
        this.tolerance = tolerance;
        for (Line line : lines) {
            List<Coordinate> points = line.points();
            at(line.start(), points.get(1), line);
            at(line.end(), points.get(points.size() - 2), line);
        }
        List<End> all = new ArrayList<>(ends.values());
        // In the order of places the tree would be as deep as there are ends.
        Collections.shuffle(all, new Random(0));
        Map<End, Integer> numbers = new HashMap<>();
        for (End end : all) {
            tree.insert(end.place(), end);
            numbers.put(end, numbers.size());
        }
        Unions together = new Unions(all.size());
        for (End end : all) {
            beside(end).forEach(other -> together.unite(numbers.get(end), numbers.get(other)));
        }
        Map<Integer, List<End>> byRoot = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            byRoot.computeIfAbsent(together.find(i), root -> new ArrayList<>()).add(all.get(i));
            clusterOf.put(all.get(i), together.find(i));
        }
        this.clusters = List.copyOf(byRoot.values());
    }

    private void at(Coordinate place, Coordinate next, Line line) {
        ends.computeIfAbsent(place, End::new).add(line, next);
    }

    /** The ends at most the tolerance from one, itself included. */
    private List<End> beside(End end) {
        List<End> beside = around(end.place(), end.place(), tolerance);
        beside.removeIf(other -> Steps.metres(end.place(), other.place()) > tolerance);
        return beside;
    }

    /** All ends whose places lie within some metres of the box of a segment, and a few more. */
    private List<End> around(Coordinate from, Coordinate to, double metres) {
        double farthest =
                Math.min(90, Math.max(Math.abs(from.y), Math.abs(to.y)) / Steps.PER_DEGREE + 0.001);
        double east = Ellipsoid.metresOfLongitude(farthest) / Steps.PER_DEGREE;
        double north = Ellipsoid.metresOfLatitude(0) / Steps.PER_DEGREE;
        Envelope box = new Envelope(from, to);
        box.expandBy(Math.min(metres / east + 1, FULL_TURN), metres / north + 1);
        List<End> around = new ArrayList<>();
        tree.query(box, node -> around.add((End) node.getData()));
        return around;
    }

    End at(Coordinate place) {
        return ends.get(place);
    }

    /** Ends that lie together, at most the tolerance from one to the next. */
    Collection<List<End>> clusters() {
        return clusters;
    }

    /** Whether two ends are of one cluster. */
    boolean areTogether(End one, End other) {
        return clusterOf.get(one).equals(clusterOf.get(other));
    }

    /** Whether a bridge or tunnel that ends goes on as another one that ends there. */
    boolean goesOn(End end, End.Bridge bridge) {
        return beside(end).stream()
                .flatMap(other -> other.bridges().stream())
                .anyMatch(other -> bridge.leaving().goesOnAs(other.leaving()));
    }

    /** The ends within the tolerance of a segment. */
    List<End> near(Coordinate from, Coordinate to) {
        double most = Math.max(tolerance, ROUNDING);
        List<End> near = around(from, to, most);
        near.removeIf(end -> end.distance(from, to) > most);
        return near;
    }

    /** Whether a point lies within the tolerance of an end. */
    boolean isNear(End end, Coordinate point) {
        return end.distance(point, point) <= Math.max(tolerance, ROUNDING);
    }
}
