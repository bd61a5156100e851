package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleToIntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.weiwang.circle.network.Stretch.Spot;
import org.weiwang.geo.LonLat;

/** The stretches of ways that are drawn over a network, in a plane. Thread-safe. */
final class WayLines {

    private final Plane plane;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Envelope box = new Envelope();

    /** A place on a way near a point, and how far it is. */
    record Near(Spot spot, double metres) {}

    WayLines(List<Way> ways) {
        List<Line> lines = ways.stream().map(WayLines::line).toList();
        this.plane = Plane.of(lines);
        for (int way = 0; way < lines.size(); way++) {
            lay(way, lines.get(way));
        }
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

    private void lay(int way, Line line) {
        double metres = 0;
        int last = line.points().size() - 2;
        for (int i = 0; i <= last; i++) {
            Coordinate from = line.points().get(i);
            Coordinate to = line.points().get(i + 1);
            double start = metres;
            double length = Ellipsoid.metres((int) from.x, (int) from.y, (int) to.x, (int) to.y);
            DoubleToIntFunction along = share -> (int) Math.rint((start + share * length) * 1000);
            LineSegment segment = new LineSegment(plane.metres(from), plane.metres(to));
            boolean isGround = line.level() == 0;
            stretches.add(new Stretch(true, way, i, segment, isGround, i == 0, i == last, along));
            box.expandToInclude(segment.p0);
            box.expandToInclude(segment.p1);
            metres += length;
        }
    }

    Plane plane() {
        return plane;
    }

    /** The stretches of all ways, those of a way in order. */
    List<Stretch> stretches() {
        return stretches;
    }

    /** Millimetres. */
    int length(int way) {
        return stretches.stream()
                .filter(stretch -> stretch.line() == way && stretch.isLast())
                .mapToInt(stretch -> stretch.at(1).along())
                .sum();
    }

    /**
     * The place on a way that is nearest to a point, where it is not farther than so many metres.
     */
    Optional<Near> nearest(LonLat point, double farthest) {
        double x = point.lon() * Steps.PER_DEGREE * plane.east();
        double y = point.lat() * Steps.PER_DEGREE * plane.north();
        // Most points are somewhere else.
        if (box.isNull()
                || !(x >= box.getMinX() - farthest && x <= box.getMaxX() + farthest)
                || !(y >= box.getMinY() - farthest && y <= box.getMaxY() + farthest)) {
            return Optional.empty();
        }
        Coordinate place = new Coordinate(x, y);
        Stretch best = null;
        double least = farthest;
        for (Stretch stretch : stretches) {
            double distance = stretch.metres().distance(place);
            if (distance < least || distance == least && best == null) {
                best = stretch;
                least = distance;
            }
        }
        return best == null ? Optional.empty() : Optional.of(new Near(best.nearest(place), least));
    }
}
