package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
 *   <li>Ends at most the tolerance apart, whatever their levels, become one node; so do ends that
 *       hang together by others between them. The node lies where the one of them is that is
 *       smallest by longitude, then latitude.
 *   <li>Lines of one level that cross or touch are joined there.
 *   <li>An end is joined with a line of its level that passes it within the tolerance: the line is
 *       cut where it comes nearest and bent to the end's node. Ends that a line is bent to from the
 *       same place become one node.
 *   <li>Lines of different levels pass over each other unjoined. But a bridge or tunnel (of a level
 *       other than 0) lands where it ends and does not go on: it is joined with lines of level 0 as
 *       if it ended on that. It goes on where another line of its level passes that end, or another
 *       bridge or tunnel ends within the tolerance and leaves over 60° apart from it.
 *   <li>Lines that are noded already join with others' ends at their own, and nowhere else.
 * </ul>
 *
 * <p>Where the lines were is what counts for each of these rules, not where another has bent them.
 * So what is joined depends on the places near it alone, not on the lines' order, and a line more
 * takes no connection away, but one by which a bridge or tunnel goes on from where it landed.
 *
 * <p>A point of a line within the tolerance of its end is left out where that end is moved. Lines
 * that cross beyond an end by no more than the tolerance keep their stub. Used once, by one thread.
 */
public final class NetworkBuilder {
    /** In metres: what is longer has a point that is wrong. */
    private static final double LONGEST = 1_000_000;

    private final double tolerance;
    private final List<Line> lines = new ArrayList<>();
    private int given;
    private int zeroLength;
    private int unusable;

    /**
     * @param tolerance in metres; with 0 only what coincides to a ten-millionth of a degree is
     *     joined
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
     * Adds a way, walked in both directions. One that has a point that is not on the earth, or is
     * longer than 1,000 km, is counted and left out.
     *
     * @param line longitude and latitude in degrees
     * @param level 0 on the ground, 1 and up on bridges, below 0 in tunnels
     * @param isSteps whether it is a flight of steps
     */
    public void add(LineString line, int level, boolean isSteps) {
        append(line, level, isSteps, level != 0);
    }

    /**
     * Adds a way, as {@link #add}, that is cut already wherever it joins another: it is joined at
     * its ends only.
     *
     * @param isAloft whether it is on a bridge or in a tunnel
     */
    public void addNoded(LineString line, boolean isSteps, boolean isAloft) {
        append(line, Line.NODED, isSteps, isAloft);
    }

    private void append(LineString line, long level, boolean isSteps, boolean isAloft) {
        given++;
        CoordinateSequence degrees = line.getCoordinateSequence();
        List<Coordinate> points = new ArrayList<>();
        double metres = 0;
        for (int i = 0; i < degrees.size(); i++) {
            if (!Steps.areOnEarth(degrees.getX(i), degrees.getY(i))) {
                unusable++;
                return;
            }
            Coordinate point = new Coordinate(Steps.of(degrees.getX(i)), Steps.of(degrees.getY(i)));
            Coordinate last = points.isEmpty() ? null : points.get(points.size() - 1);
            if (!point.equals(last)) {
                points.add(point);
                metres += last == null ? 0 : Ellipsoid.metres(last, point);
            }
        }
        if (metres > LONGEST) {
            unusable++;
        } else if (points.size() < 2) {
            zeroLength++;
        } else {
            lines.add(new Line(points, level, isSteps, isAloft));
        }
    }

    /** The network of all lines that were added. */
    public BuiltNetwork build() {
        Joining joining = new Joining(lines, tolerance);
        Map<Long, List<SegmentString>> levels = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            for (Line part : LineCutter.cut(line, joining.feet(i))) {
                levels.computeIfAbsent(line.level(), level -> new ArrayList<>())
                        .add(new NodedSegmentString(part.toArray(), line));
            }
        }
        NetworkAssembly assembly = new NetworkAssembly();
        levels.forEach(
                (level, parts) -> {
                    for (SegmentString part : level == Line.NODED ? parts : crossed(parts)) {
                        add(part, (Line) part.getData(), joining.nodes(), assembly);
                    }
                });
        return assembly.build(given, joining.count(), zeroLength).withUnusable(unusable);
    }

    /** The parts of lines of one level between all places where these meet. */
    private static List<SegmentString> crossed(List<SegmentString> lines) {
        SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
        noder.computeNodes(lines);
        List<SegmentString> parts = new ArrayList<>();
        for (Object part : noder.getNodedSubstrings()) {
            parts.add((SegmentString) part);
        }
        return parts;
    }

    private void add(SegmentString part, Line line, Nodes nodes, NetworkAssembly assembly) {
        LinkedList<Coordinate> path = new LinkedList<>(List.of(part.getCoordinates()));
        int from = nodes.at(path.getFirst(), line.level());
        int to = nodes.at(path.getLast(), line.level());
        int start = nodes.at(line.start(), line.level());
        int end = nodes.at(line.end(), line.level());
        byte origin = Origin.of(line, from == start || from == end, to == start || to == end);
        bend(path, nodes.place(from));
        Collections.reverse(path);
        bend(path, nodes.place(to));
        Collections.reverse(path);
        int[] steps = path.stream().flatMapToInt(p -> IntStream.of((int) p.x, (int) p.y)).toArray();
        assembly.add(from, to, steps, line.isSteps(), origin);
    }

    /** Begins a path at another place, and leaves out what of it lies near that. */
    private void bend(LinkedList<Coordinate> path, Coordinate place) {
        if (path.removeFirst().equals2D(place)) {
            path.addFirst(place);
            return;
        }
        while (path.size() > 1 && Ellipsoid.metres(path.getFirst(), place) <= tolerance) {
            path.removeFirst();
        }
        path.addFirst(place);
    }
}
