package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * Makes a network from a road layer's lines, which nobody has cut where they meet:
 *
 * <ul>
 *   <li>Ends that lie together, at most the tolerance apart, become one node, whatever their
 *       levels.
 *   <li>Lines of one level that cross or touch are joined there; so is an end with a line of its
 *       level that passes within the tolerance, which is bent to the end.
 *   <li>Lines of different levels pass over each other unjoined. But where a bridge or tunnel (a
 *       level other than 0) ends and meets neither another end nor a line of its level, it is
 *       joined with lines of level 0 likewise.
 * </ul>
 *
 * <p>Lines that cross beyond an end by no more than the tolerance keep their stub. Used once, by
 * one thread.
 */
public final class NetworkBuilder {
    /** Stands for the levels of a node at which ends meet, of whatever level. */
    private static final int ALL_LEVELS = Integer.MIN_VALUE;

    private final double tolerance;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Node, Long> nodes = new HashMap<>();
    private int given;
    private int zeroLength;

    private record Node(int x, int y, int level) {}

    /**
     * @param tolerance in metres, to within some percent; with 0 only what coincides to a
     *     ten-millionth of a degree is joined
     * @throws IllegalArgumentException when the tolerance is not a number from 0 to 20
     */
    public NetworkBuilder(double tolerance) {
        if (!(tolerance >= 0 && tolerance <= 20)) {
            throw new IllegalArgumentException(
                    "the tolerance must be from 0 to 20 metres, not " + tolerance);
        }
        this.tolerance = tolerance;
    }

    /**
     * Adds a way, walked in both directions.
     *
     * @param line longitude and latitude in degrees
     * @param level 0 on the ground, 1 and up on bridges, below 0 in tunnels
     * @param isSteps whether it is a flight of steps
     */
    public void add(LineString line, int level, boolean isSteps) {
        given++;
        append(line, level, isSteps);
    }

    /**
     * Adds a way that is cut already wherever it joins another: it is joined at its ends only.
     *
     * @param line as in {@link #add}
     * @param isSteps as in {@link #add}
     */
    public void addNoded(LineString line, boolean isSteps) {
        given++;
        // On a level of its own it passes over all others.
        append(line, ALL_LEVELS + given, isSteps);
    }

    private void append(LineString line, int level, boolean isSteps) {
        CoordinateSequence degrees = line.getCoordinateSequence();
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < degrees.size(); i++) {
            Coordinate point = new Coordinate(Steps.of(degrees.getX(i)), Steps.of(degrees.getY(i)));
            if (points.isEmpty() || !point.equals2D(points.get(points.size() - 1))) {
                points.add(point);
            }
        }
        if (points.size() < 2) {
            zeroLength++;
        } else {
            lines.add(new Line(points, level, isSteps));
        }
    }

    /**
     * @throws IllegalArgumentException when a line is longer than 2,147 km
     */
    public BuiltNetwork build() {
        Joints joints = new Joints(lines, tolerance);
        LineCutter cutter = new LineCutter(joints);
        List<Line> level = cutter.cut(lines, (line, joint) -> joint.hasLevel(line.level()));
        Set<Joint> loose = new HashSet<>();
        joints.forEach(
                joint -> {
                    if (joint.isLanding() && !cutter.isMet(joint)) {
                        loose.add(joint);
                    }
                });
        List<Line> cut =
                cutter.cut(level, (line, joint) -> line.level() == 0 && loose.contains(joint));
        zeroLength += cutter.zeroLength();
        joints.forEach(joint -> number(joint.x(), joint.y(), ALL_LEVELS));
        NetworkAssembly assembly = new NetworkAssembly();
        for (SegmentString part : crossed(cut)) {
            add(part, (Line) part.getData(), assembly);
        }
        return assembly.build(given, joints.moved() + cutter.cuts(), zeroLength);
    }

    /** The lines' parts between all places where lines of one level meet. */
    private List<SegmentString> crossed(List<Line> lines) {
        Map<Integer, List<SegmentString>> levels = new TreeMap<>();
        List<SegmentString> parts = new ArrayList<>();
        for (Line line : lines) {
            SegmentString whole = new NodedSegmentString(line.toArray(), line);
            if (line.level() <= ALL_LEVELS + given) {
                parts.add(whole);
            } else {
                levels.computeIfAbsent(line.level(), level -> new ArrayList<>()).add(whole);
            }
        }
        for (List<SegmentString> level : levels.values()) {
            SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
            noder.computeNodes(level);
            for (Object part : noder.getNodedSubstrings()) {
                parts.add((SegmentString) part);
            }
        }
        return parts;
    }

    private void add(SegmentString part, Line line, NetworkAssembly assembly) {
        int[] path = new int[2 * part.size()];
        for (int i = 0; i < part.size(); i++) {
            path[2 * i] = (int) part.getCoordinate(i).x;
            path[2 * i + 1] = (int) part.getCoordinate(i).y;
        }
        long from = node(path[0], path[1], line.level());
        long to = node(path[path.length - 2], path[path.length - 1], line.level());
        assembly.add(from, to, path, line.isSteps());
    }

    /** The joint's node where there is one, else one of this level alone. */
    private long node(int x, int y, int level) {
        Long joint = nodes.get(new Node(x, y, ALL_LEVELS));
        return joint != null ? joint : number(x, y, level);
    }

    private long number(int x, int y, int level) {
        return nodes.computeIfAbsent(new Node(x, y, level), node -> (long) nodes.size());
    }
}
