package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.weiwang.circle.network.Stretch.Spot;

/** Where ways that are drawn over a network meet it and each other, by {@link AddedWays}' rules. */
final class WayMeetings {
    /** In metres: lines that are drawn through one place miss it by a step or two. */
    private static final double TOUCH = 0.025;

    private static final int NO_LANDING = -1;

    /**
     * @param gap millimetres from one to the other
     * @param landing the end of a bridge that meets the other only where it meets no other end, or
     *     NO_LANDING
     */
    record Meeting(Spot one, Spot other, int gap, int landing) {}

    private final EdgeIndex index;
    private final WalkNetwork network;
    private final Plane plane;
    private final double tolerance;
    private final List<Meeting> found = new ArrayList<>();

    /** Ends of ways that meet an end: twice the way's number, and one more for its last point. */
    private final BitSet met = new BitSet();

    private WayMeetings(EdgeIndex index, Plane plane, double tolerance) {
        this.index = index;
        this.network = index.network();
        this.plane = plane;
        this.tolerance = tolerance;
    }

    static List<Meeting> of(EdgeIndex index, WayLines lines, double tolerance) {
        WayMeetings meetings = new WayMeetings(index, lines.plane(), tolerance);
        List<Stretch> ways = lines.stretches();
        for (int i = 0; i < ways.size(); i++) {
            for (int k = i + 1; k < ways.size(); k++) {
                meetings.find(ways.get(i), ways.get(k));
            }
            for (Stretch edge : meetings.edgesNear(ways.get(i))) {
                meetings.find(ways.get(i), edge);
            }
        }
        meetings.found.removeIf(
                meeting -> meeting.landing != NO_LANDING && meetings.met.get(meeting.landing));
        return meetings.found;
    }

    private List<Stretch> edgesNear(Stretch way) {
        Envelope box = new Envelope(way.metres().p0, way.metres().p1);
        box.expandBy(tolerance + TOUCH);
        Envelope steps =
                new Envelope(
                        box.getMinX() / plane.east(),
                        box.getMaxX() / plane.east(),
                        box.getMinY() / plane.north(),
                        box.getMaxY() / plane.north());
        IntStream.Builder segments = IntStream.builder();
        index.forEachIn(steps, segments::add);
        return segments.build()
                .distinct()
                .mapToObj(this::stretch)
                .filter(edge -> box.intersects(edge.metres().p0, edge.metres().p1))
                .toList();
    }

    private Stretch stretch(int segment) {
        int edge = index.edgeOf(segment);
        DoubleToIntFunction along = share -> index.along(segment, share);
        return new Stretch(
                false,
                edge,
                segment,
                new LineSegment(point(segment), point(segment + 1)),
                !network.isAloft(edge),
                segment == network.firstPoint[edge],
                segment == network.firstPoint[edge + 1] - 2,
                along);
    }

    private Coordinate point(int number) {
        int[] points = network.points;
        return plane.metres(new Coordinate(points[2 * number], points[2 * number + 1]));
    }

    private void find(Stretch one, Stretch other) {
        if (one.isNextTo(other)) {
            return;
        }
        if (one.isGround() && other.isGround()) {
            findCrossing(one, other);
        }
        for (int end = 0; end <= 1; end++) {
            findEnds(one, end, other);
            findLanding(one, end, other);
            findLanding(other, end, one);
        }
    }

    private void findCrossing(Stretch one, Stretch other) {
        Coordinate[] nearest = one.metres().closestPoints(other.metres());
        double gap = nearest[0].distance(nearest[1]);
        if (gap <= TOUCH) {
            add(one.nearest(nearest[0]), other.nearest(nearest[1]), gap, NO_LANDING);
        }
    }

    private void findEnds(Stretch one, int end, Stretch other) {
        for (int otherEnd = 0; otherEnd <= 1; otherEnd++) {
            if (one.isLineEnd(end) && other.isLineEnd(otherEnd)) {
                Coordinate place = one.metres().getCoordinate(end);
                double gap = place.distance(other.metres().getCoordinate(otherEnd));
                if (gap <= tolerance) {
                    add(one.at(end), other.at(otherEnd), gap, NO_LANDING);
                    meet(one, end);
                    meet(other, otherEnd);
                }
            }
        }
    }

    private void meet(Stretch stretch, int end) {
        if (stretch.isOnWay()) {
            met.set(2 * stretch.line() + end);
        }
    }

    /** The end of a line on the ground, or that of a bridge that ends alone, with a line below. */
    private void findLanding(Stretch line, int end, Stretch ground) {
        if (!line.isLineEnd(end) || !ground.isGround()) {
            return;
        }
        Coordinate place = line.metres().getCoordinate(end);
        double gap = ground.metres().distance(place);
        if (gap > tolerance || !line.isGround() && !line.isOnWay() && !isLoose(line, end)) {
            return;
        }
        boolean isBridge = line.isOnWay() && !line.isGround();
        int landing = isBridge ? 2 * line.line() + end : NO_LANDING;
        add(line.at(end), ground.nearest(place), gap, landing);
    }

    private boolean isLoose(Stretch edge, int end) {
        int node = end == 0 ? network.from(edge.line()) : network.to(edge.line());
        return network.degree(node) == 1;
    }

    private void add(Spot one, Spot other, double gap, int landing) {
        found.add(new Meeting(one, other, (int) Math.rint(gap * 1000), landing));
    }
}
