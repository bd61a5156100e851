package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /**
     * @param gap millimetres from one to the other
     * @param isLanding whether the one is the end of a bridge or tunnel above or below the other
     */
    record Meeting(Spot one, Spot other, int gap, boolean isLanding) {}

    private final EdgeIndex index;
    private final WalkNetwork network;
    private final double tolerance;
    private final List<Meeting> found = new ArrayList<>();

    /** Ends of bridges and tunnels that go on there. */
    private final Set<Spot> goingOn = new HashSet<>();

    private WayMeetings(EdgeIndex index, double tolerance) {
        this.index = index;
        this.network = index.network();
        this.tolerance = tolerance;
    }

    static List<Meeting> of(EdgeIndex index, WayLines lines, double tolerance) {
        WayMeetings meetings = new WayMeetings(index, tolerance);
        for (int way = 0; way < lines.count(); way++) {
            meetings.find(way, lines);
        }
        meetings.found.removeIf(
                meeting -> meeting.isLanding && meetings.goingOn.contains(meeting.one));
        return meetings.found;
    }

    /** All meetings of a way with the network, itself and the ways after it, in its plane. */
    private void find(int way, WayLines lines) {
        Plane plane = lines.plane(way);
        List<Stretch> others = new ArrayList<>(lines.stretches(way));
        for (int later = way + 1; later < lines.count(); later++) {
            others.addAll(lines.stretches(later, plane));
        }
        for (Stretch one : lines.stretches(way)) {
            others.subList(one.number() + 1, others.size())
                    .forEach(other -> find(one, other, plane));
            edgesNear(one, plane).forEach(edge -> find(one, edge, plane));
        }
    }

    private List<Stretch> edgesNear(Stretch way, Plane plane) {
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
                .mapToObj(segment -> stretch(segment, plane))
                .filter(edge -> box.intersects(edge.metres().p0, edge.metres().p1))
                .toList();
    }

    private Stretch stretch(int segment, Plane plane) {
        int edge = index.edgeOf(segment);
        DoubleToIntFunction along = share -> index.along(segment, share);
        boolean isFirst = segment == network.firstPoint[edge];
        boolean isLast = segment == network.firstPoint[edge + 1] - 2;
        return new Stretch(
                false,
                edge,
                segment,
                new LineSegment(point(segment, plane), point(segment + 1, plane)),
                network.level(edge),
                isFirst && network.isLineEnd(edge, 0),
                isLast && network.isLineEnd(edge, 1),
                along);
    }

    private Coordinate point(int number, Plane plane) {
        int[] points = network.points;
        return plane.metres(new Coordinate(points[2 * number], points[2 * number + 1]));
    }

    private void find(Stretch one, Stretch other, Plane plane) {
        if (one.isNextTo(other)) {
            return;
        }
        if (one.isOfLevelOf(other)) {
            findCrossing(one, other);
        }
        for (int end = 0; end <= 1; end++) {
            findEnds(one, end, other);
            findFoot(one, end, other, plane);
            findFoot(other, end, one, plane);
        }
    }

    private void findCrossing(Stretch one, Stretch other) {
        Coordinate[] nearest = one.metres().closestPoints(other.metres());
        double gap = nearest[0].distance(nearest[1]);
        if (gap <= TOUCH) {
            add(one.nearest(nearest[0]), other.nearest(nearest[1]), gap, false);
        }
    }

    private void findEnds(Stretch one, int end, Stretch other) {
        for (int otherEnd = 0; otherEnd <= 1; otherEnd++) {
            if (one.isLineEnd(end) && other.isLineEnd(otherEnd)) {
                Coordinate place = one.metres().getCoordinate(end);
                double gap = place.distance(other.metres().getCoordinate(otherEnd));
                if (gap <= tolerance) {
                    add(one.at(end), other.at(otherEnd), gap, false);
                    findGoingOn(one, end, other, otherEnd);
                }
            }
        }
    }

    private void findGoingOn(Stretch one, int end, Stretch other, int otherEnd) {
        if (!one.isGround()
                && !other.isGround()
                && one.leaving(end).goesOnAs(other.leaving(otherEnd))) {
            goingOn.add(one.at(end));
            goingOn.add(other.at(otherEnd));
        }
    }

    /** Where an end of a line meets one of its level, or a bridge's end one on the ground. */
    private void findFoot(Stretch line, int end, Stretch passing, Plane plane) {
        boolean isOfItsLevel = line.isOfLevelOf(passing);
        if (!line.isLineEnd(end) || !isOfItsLevel && !passing.isGround()) {
            return;
        }
        Coordinate place = line.metres().getCoordinate(end);
        double gap = passing.metres().distance(place);
        if (gap > tolerance) {
            return;
        }
        if (isOfItsLevel) {
            add(line.at(end), passing.nearest(place), gap, false);
            if (!passing.endsWithin(tolerance, place)) {
                goingOn.add(line.at(end));
            }
        } else if (line.isOnWay() || !goesOn(line, end, plane)) {
            add(line.at(end), passing.nearest(place), gap, true);
        }
    }

    /** Whether an edge that is the end of a bridge goes on in the network. */
    private boolean goesOn(Stretch edge, int end, Plane plane) {
        int node = end == 0 ? network.from(edge.line()) : network.to(edge.line());
        Direction leaving = edge.leaving(end);
        return IntStream.range(0, network.degree(node))
                .map(number -> network.edgeAt(node, number))
                .filter(network::isAloft)
                .mapToObj(other -> leaving(other, node, plane))
                .flatMap(List::stream)
                .anyMatch(leaving::goesOnAs);
    }

    /** Where to an edge leaves from a node: twice where it comes back to it. */
    private List<Direction> leaving(int edge, int node, Plane plane) {
        List<Direction> leaving = new ArrayList<>();
        if (network.from(edge) == node) {
            leaving.add(stretch(network.firstPoint[edge], plane).leaving(0));
        }
        if (network.to(edge) == node) {
            leaving.add(stretch(network.firstPoint[edge + 1] - 2, plane).leaving(1));
        }
        return leaving;
    }

    private void add(Spot one, Spot other, double gap, boolean isLanding) {
        found.add(new Meeting(one, other, (int) Math.rint(gap * 1000), isLanding));
    }
}
