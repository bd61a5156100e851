package org.weiwang.atlas;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.Ellipsoid;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Member;
import org.weiwang.grid.Place;

/**
 * The micro and dedicated grids that come near a point, beside those that it is in. Metres are
 * those of the plane that touches the ellipsoid there.
 */
final class Neighbours {
    private static final double METRES = 30;
    private static final int MOST = 5;

    private final LonLat point;
    private final double east;
    private final double north;

    Neighbours(LonLat point) {
        this.point = point;
        this.east = Ellipsoid.metresOfLongitude(point.lat());
        this.north = Ellipsoid.metresOfLatitude(point.lat());
    }

    /** The nearest first. */
    List<Neighbour> in(Atlas atlas, Place place) {
        return Stream.of(Level.MICRO, Level.DEDICATED)
                .flatMap(level -> atlas.near(CityLayer.grids(level), around()).stream())
                .filter(feature -> !isNamed(place, feature.subject()))
                .map(feature -> new Neighbour(feature.subject(), metres(feature.geometry())))
                .filter(neighbour -> neighbour.metres() <= METRES)
                .sorted(
                        Comparator.comparingDouble(Neighbour::metres)
                                .thenComparing(neighbour -> neighbour.grid().code()))
                .limit(MOST)
                .toList();
    }

    /** Near a pole all around. */
    private Bbox around() {
        double lon = Math.min(METRES / east, 180);
        double lat = METRES / north;
        return new Bbox(
                Math.max(point.lon() - lon, -180),
                point.lat() - lat,
                Math.min(point.lon() + lon, 180),
                point.lat() + lat);
    }

    private static boolean isNamed(Place place, Grid grid) {
        return isThat(place.micro(), grid) || isThat(place.dedicated(), grid);
    }

    private static boolean isThat(Member member, Grid grid) {
        return member != null && member.code().equals(grid.code());
    }

    private double metres(Geometry outline) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < outline.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) outline.getGeometryN(i);
            nearest = Math.min(nearest, metres(polygon.getExteriorRing()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                nearest = Math.min(nearest, metres(polygon.getInteriorRingN(hole)));
            }
        }
        return nearest;
    }

    private double metres(LinearRing ring) {
        CoordinateSequence places = ring.getCoordinateSequence();
        double nearest = Double.POSITIVE_INFINITY;
        double x = (places.getX(0) - point.lon()) * east;
        double y = (places.getY(0) - point.lat()) * north;
        for (int i = 1; i < places.size(); i++) {
            double nextX = (places.getX(i) - point.lon()) * east;
            double nextY = (places.getY(i) - point.lat()) * north;
            nearest = Math.min(nearest, toSegment(x, y, nextX, nextY));
            x = nextX;
            y = nextY;
        }
        return nearest;
    }

    /** From the origin. */
    private static double toSegment(double x, double y, double otherX, double otherY) {
        double dx = otherX - x;
        double dy = otherY - y;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : -(x * dx + y * dy) / square;
        double part = Math.max(0, Math.min(1, along));
        return Math.hypot(x + part * dx, y + part * dy);
    }
}
