package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.weiwang.geo.Ellipsoid;

/** A place where lines end, one or several. Distances are in the plane that touches there. */
final class End {
    private final Coordinate place;
    private final double east;
    private final double north;
    private final Set<Long> levels = new TreeSet<>();
    private final List<Bridge> bridges = new ArrayList<>(0);

    /** A line on a bridge or in a tunnel that ends here. */
    record Bridge(long level, Direction leaving) {}

    /**
     * @param place in {@link Steps}
     */
    End(Coordinate place) {
        this.place = place;
        double latitude = place.y / Steps.PER_DEGREE;
        this.east = Ellipsoid.metresOfLongitude(latitude) / Steps.PER_DEGREE;
        this.north = Ellipsoid.metresOfLatitude(latitude) / Steps.PER_DEGREE;
    }

    /**
     * @param next the point of the line, in {@link Steps}, beside its end here
     */
    void add(Line line, Coordinate next) {
        levels.add(line.level());
        if (line.isAloft()) {
            bridges.add(new Bridge(line.level(), Direction.of(metres(place), metres(next))));
        }
    }

    Coordinate place() {
        return place;
    }

    /** The levels of the lines that end here. */
    Set<Long> levels() {
        return levels;
    }

    List<Bridge> bridges() {
        return bridges;
    }

    /** From here to a segment, in metres. */
    double distance(Coordinate from, Coordinate to) {
        return Distance.pointToSegment(metres(place), metres(from), metres(to));
    }

    /** Where on the segment the place nearest to this one lies: from 0 to 1. */
    double share(Coordinate from, Coordinate to) {
        return new LineSegment(metres(from), metres(to)).segmentFraction(metres(place));
    }

    private Coordinate metres(Coordinate steps) {
        return new Coordinate((steps.x - place.x) * east, (steps.y - place.y) * north);
    }
}
