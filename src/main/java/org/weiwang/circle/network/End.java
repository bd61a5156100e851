package org.weiwang.circle.network;

import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/** A place where lines end, one or several. Distances are in the plane that touches there. */
final class End {
    private final Coordinate place;
    private final double east;
    private final double north;
    private final Set<Long> levels = new TreeSet<>();

    /**
     * @param place in {@link Steps}
     */
    End(Coordinate place) {
        this.place = place;
        double latitude = place.y / Steps.PER_DEGREE;
        this.east = Ellipsoid.metresOfLongitude(latitude) / Steps.PER_DEGREE;
        this.north = Ellipsoid.metresOfLatitude(latitude) / Steps.PER_DEGREE;
    }

    Coordinate place() {
        return place;
    }

    /** The levels of the lines that end here. */
    Set<Long> levels() {
        return levels;
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
