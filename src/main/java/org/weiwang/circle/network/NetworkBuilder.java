package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;

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

    /** Takes some 30 MB. */
    private static final int NODED_AT_A_TIME = 20_000;

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
        int[] points = new int[2 * degrees.size()];
        int size = 0;
        double metres = 0;
        for (int i = 0; i < degrees.size(); i++) {
            if (!Steps.areOnEarth(degrees.getX(i), degrees.getY(i))) {
                unusable++;
                return;
            }
            int x = Steps.of(degrees.getX(i));
            int y = Steps.of(degrees.getY(i));
            if (size == 0 || x != points[size - 2] || y != points[size - 1]) {
                metres += size == 0 ? 0 : Steps.metres(points[size - 2], points[size - 1], x, y);
                points[size++] = x;
                points[size++] = y;
            }
        }
        if (metres > LONGEST) {
            unusable++;
        } else if (size < 4) {
            zeroLength++;
        } else {
            lines.add(new Line(new PackedPoints(points, size / 2), level, isSteps, isAloft));
        }
    }

    /** The network of all lines that were added. */
    public BuiltNetwork build() {
        NetworkAssembly assembly = new NetworkAssembly();
        int joined = assemble(assembly);
        return assembly.build(given, joined, zeroLength).withUnusable(unusable);
    }

    /**
     * @return how much was joined
     */
    private int assemble(NetworkAssembly assembly) {
        Joining joining = new Joining(lines, tolerance);
        Map<Long, IntStream.Builder> levels = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            levels.computeIfAbsent(lines.get(i).level(), level -> IntStream.builder()).add(i);
        }
        levels.forEach(
                (level, numbers) -> assemble(level, numbers.build().toArray(), joining, assembly));
        return joining.count();
    }

    private void assemble(long level, int[] numbers, Joining joining, NetworkAssembly assembly) {
        IntFunction<List<Line>> parts =
                i -> LineCutter.cut(lines.get(numbers[i]), joining.feet(numbers[i]));
        BiConsumer<Line, Coordinate[]> taker =
                (line, path) -> add(path, line, joining.nodes(), assembly);
        if (level == Line.NODED) {
            for (int i = 0; i < numbers.length; i++) {
                parts.apply(i).forEach(part -> taker.accept(part, part.toArray()));
            }
        } else {
            List<Line> ofLevel = IntStream.of(numbers).mapToObj(lines::get).toList();
            new Noding(ofLevel, parts).cut(NODED_AT_A_TIME, taker);
        }
    }

    private void add(Coordinate[] part, Line line, Nodes nodes, NetworkAssembly assembly) {
        LinkedList<Coordinate> path = new LinkedList<>(List.of(part));
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
        while (path.size() > 1 && Steps.metres(path.getFirst(), place) <= tolerance) {
            path.removeFirst();
        }
        path.addFirst(place);
    }
}
