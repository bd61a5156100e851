package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/**
 * The joints of lines: places more than the tolerance apart, such that every end has one within the
 * tolerance. Which of the ends gives a joint its place depends on their places alone, not on the
 * order of the lines.
 */
final class Joints {
    private final Plane plane;
    private final double tolerance;
    private final KdTree tree;
    private final Map<Coordinate, Joint> byEnd = new LinkedHashMap<>();
    private final List<Joint> joints = new ArrayList<>();
    private int moved;

    /**
     * @param tolerance in metres
     */
    Joints(List<Line> lines, double tolerance) {
        this.plane = Plane.of(lines);
        this.tolerance = tolerance;
        this.tree = new KdTree(tolerance);
        List<Coordinate> ends =
                new ArrayList<>(
                        lines.stream()
                                .flatMap(line -> Stream.of(line.start(), line.end()))
                                .sorted()
                                .distinct()
                                .toList());
        // In their order the tree would be as deep as there are ends.
        Collections.shuffle(ends, new Random(0));
        ends.forEach(this::place);
        for (Line line : lines) {
            count(line.start(), line.level());
            count(line.end(), line.level());
        }
    }

    private void place(Coordinate end) {
        Joint joint = new Joint(end);
        KdNode node = tree.insert(plane.metres(end), joint);
        byEnd.put(end, (Joint) node.getData());
        if (node.getData() == joint) {
            joints.add(joint);
        }
    }

    private void count(Coordinate end, int level) {
        Joint joint = byEnd.get(end);
        joint.addEnd(level);
        if (!joint.place().equals2D(end)) {
            moved++;
        }
    }

    /** The joint of a line's end. */
    Joint at(Coordinate end) {
        return byEnd.get(end);
    }

    void forEach(Consumer<Joint> action) {
        joints.forEach(action);
    }

    /** How many ends of lines are not where their joint is. */
    int moved() {
        return moved;
    }

    /** The joints within the tolerance of a segment. */
    Collection<Joint> near(Coordinate from, Coordinate to) {
        Envelope box = new Envelope(plane.metres(from), plane.metres(to));
        box.expandBy(tolerance);
        List<Joint> near = new ArrayList<>();
        tree.query(
                box,
                node -> {
                    Joint joint = (Joint) node.getData();
                    if (plane.distance(joint.place(), from, to) <= tolerance) {
                        near.add(joint);
                    }
                });
        return near;
    }

    /** Whether a point lies within the tolerance of the joint. */
    boolean isAt(Joint joint, Coordinate point) {
        return plane.distance(joint.place(), point, point) <= tolerance;
    }

    /** How far along the segment the joint lies: from 0 to 1. */
    double share(Joint joint, Coordinate from, Coordinate to) {
        return plane.share(joint.place(), from, to);
    }
}
