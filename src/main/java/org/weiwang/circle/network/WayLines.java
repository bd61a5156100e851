package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleToIntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.weiwang.circle.network.Stretch.Spot;
import org.weiwang.geo.LonLat;

/** The stretches of ways that are drawn over a network, each way in a plane. Thread-safe. */
final class WayLines {
    private static final Comparator<Stretch> ORDER =
            Comparator.comparingInt(Stretch::line).thenComparingInt(Stretch::number);

    private final List<Laid> ways = new ArrayList<>();

    /** All stretches by their boxes, in {@link Steps}. */
    private final HPRtree boxes = new HPRtree();

    /** The least metres to a step of longitude and of latitude, of all planes. */
    private final double east;

    private final double north;

    /** A place on a way near a point, and how far it is. */
    record Near(Spot spot, double metres) {}

    private record Laid(Line line, Plane plane, List<Stretch> stretches) {}

    WayLines(List<Way> drawn) {
        double leastEast = Double.POSITIVE_INFINITY;
        double leastNorth = Double.POSITIVE_INFINITY;
        for (int way = 0; way < drawn.size(); way++) {
            Line line = line(drawn.get(way));
            Plane plane = Plane.of(line.points());
            Laid laid = new Laid(line, plane, lay(way, line, plane));
            ways.add(laid);
            for (Stretch stretch : laid.stretches) {
                int number = stretch.number();
                boxes.insert(
                        new Envelope(line.points().get(number), line.points().get(number + 1)),
                        stretch);
            }
            leastEast = Math.min(leastEast, plane.east());
            leastNorth = Math.min(leastNorth, plane.north());
        }
        this.east = leastEast;
        this.north = leastNorth;
        // Else the first who asks would, and change it while others do.
        boxes.build();
    }

    private static Line line(Way way) {
        CoordinateSequence degrees = way.line().getCoordinateSequence();
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < degrees.size(); i++) {
            Coordinate point = new Coordinate(Steps.of(degrees.getX(i)), Steps.of(degrees.getY(i)));
            if (points.isEmpty() || !point.equals2D(points.get(points.size() - 1))) {
                points.add(point);
            }
        }
        return new Line(points, way.level(), false, way.level() != 0);
    }

    private static List<Stretch> lay(int way, Line line, Plane plane) {
        List<Stretch> stretches = new ArrayList<>();
        int level = (int) line.level();
        double metres = 0;
        int last = line.points().size() - 2;
        for (int i = 0; i <= last; i++) {
            Coordinate from = line.points().get(i);
            Coordinate to = line.points().get(i + 1);
            double start = metres;
            double length = Steps.metres(from, to);
            DoubleToIntFunction along = share -> (int) Math.rint((start + share * length) * 1000);
            LineSegment segment = new LineSegment(plane.metres(from), plane.metres(to));
            stretches.add(new Stretch(true, way, i, segment, level, i == 0, i == last, along));
            metres += length;
        }
        return stretches;
    }

    int count() {
        return ways.size();
    }

    /** The plane of a way. */
    Plane plane(int way) {
        return ways.get(way).plane;
    }

    /** The stretches of a way in its plane, in order. */
    List<Stretch> stretches(int way) {
        return ways.get(way).stretches;
    }

    /** The stretches of a way in the plane of another one. */
    List<Stretch> stretches(int way, Plane plane) {
        List<Coordinate> points = ways.get(way).line.points();
        return stretches(way).stream()
                .map(s -> s.in(plane, points.get(s.number()), points.get(s.number() + 1)))
                .toList();
    }

    /** Millimetres. */
    int length(int way) {
        List<Stretch> stretches = stretches(way);
        return stretches.get(stretches.size() - 1).at(1).along();
    }

    /**
     * The place on a way that is nearest to a point, where it is not farther than so many metres;
     * each way measured in its plane.
     */
    Optional<Near> nearest(LonLat point, double farthest) {
        Coordinate steps =
                new Coordinate(point.lon() * Steps.PER_DEGREE, point.lat() * Steps.PER_DEGREE);
        Stretch best = null;
        double least = Math.nextUp(farthest);
        for (Stretch stretch : near(steps, farthest)) {
            double distance = stretch.metres().distance(plane(stretch.line()).metres(steps));
            if (distance < least) {
                best = stretch;
                least = distance;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new Near(best.nearest(plane(best.line()).metres(steps)), least));
    }

    /**
     * All stretches within so many metres of a place in {@link Steps}, and some more whose boxes
     * are, in the order of the ways: a plan may have roads at both ends of a county, and all homes
     * of it are asked for.
     */
    List<Stretch> near(Coordinate steps, double metres) {
        Envelope around = new Envelope(steps);
        // A step more than that, for what is rounded.
        around.expandBy(metres / east + 1, metres / north + 1);
        List<Stretch> near = new ArrayList<>();
        boxes.query(around, stretch -> near.add((Stretch) stretch));
        near.sort(ORDER);
        return near;
    }
}
