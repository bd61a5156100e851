package org.weiwang.geo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A box in some reference system, edges included. In degrees, one whose west is greater than its
 * east crosses the antimeridian. Nothing beyond the system's domain lies in a box. Immutable and
 * thread-safe.
 */
public final class CrsBox {
    private final ServedCrs crs;

    /** What lies within the system's domain: none, one, or two at the antimeridian, west first. */
    private final List<CrsRectangle> rectangles;

    private CrsBox(ServedCrs crs, Stream<Envelope> eastingFirst) {
        this.crs = crs;
        Envelope plane = crs.plane();
        this.rectangles =
                eastingFirst
                        .map(plane::intersection)
                        .filter(rectangle -> !rectangle.isNull())
                        .map(rectangle -> CrsRectangle.of(rectangle, crs))
                        .toList();
    }

    /**
     * @param numbers the least of each axis in the system's order, then the greatest of each; six
     *     have a height as third axis, which is of no account
     * @throws IllegalArgumentException when there are other than four or six numbers, one is not
     *     finite, or of one axis the first is greater than the second, except for longitude
     */
    public static CrsBox of(double[] numbers, ServedCrs crs) {
        if (numbers.length != 4 && numbers.length != 6) {
            throw new IllegalArgumentException(
                    "a box has four numbers, or six with heights, not " + numbers.length);
        }
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a box has finite numbers, not " + number);
            }
        }
        int east = crs.isNorthFirst() ? 1 : 0;
        int north = 1 - east;
        int greatest = numbers.length / 2;
        requireOrder(numbers, north, greatest, crs);
        if (!crs.isInDegrees()) {
            requireOrder(numbers, east, greatest, crs);
        }
        return of(
                numbers[east],
                numbers[north],
                numbers[greatest + east],
                numbers[greatest + north],
                crs);
    }

    private static void requireOrder(double[] numbers, int axis, int greatest, ServedCrs crs) {
        if (numbers[axis] > numbers[greatest + axis]) {
            throw new IllegalArgumentException(
                    "the box's first "
                            + crs.axis(axis)
                            + " ("
                            + numbers[axis]
                            + ") is greater than its second ("
                            + numbers[greatest + axis]
                            + "); in "
                            + crs
                            + " a position is "
                            + crs.axis(0)
                            + ", "
                            + crs.axis(1));
        }
    }

    public static CrsBox of(Bbox wgs84) {
        return of(wgs84.west(), wgs84.south(), wgs84.east(), wgs84.north(), ServedCrs.CRS84);
    }

    private static CrsBox of(double west, double south, double east, double north, ServedCrs crs) {
        if (west <= east) {
            return new CrsBox(crs, Stream.of(new Envelope(west, east, south, north)));
        }
        return new CrsBox(
                crs,
                Stream.of(between(west, 180, south, north), between(-180, east, south, north))
                        .filter(Objects::nonNull));
    }

    /** Null where nothing is between the two. */
    private static Envelope between(double west, double east, double south, double north) {
        return west <= east ? new Envelope(west, east, south, north) : null;
    }

    /**
     * A box in longitude and latitude that covers this one: in degrees this one itself, else at
     * most some metres larger than need be; empty when nothing lies in it.
     */
    public Optional<Bbox> box() {
        if (rectangles.isEmpty()) {
            return Optional.empty();
        }
        Envelope first = rectangles.get(0).outer();
        Envelope last = rectangles.get(rectangles.size() - 1).outer();
        return Optional.of(
                new Bbox(first.getMinX(), first.getMinY(), last.getMaxX(), last.getMaxY()));
    }

    /**
     * Whether the geometry, brought into the box's system point by point, shares a point with the
     * box.
     *
     * @param wgs84 longitude and latitude in degrees
     */
    public boolean intersects(Geometry wgs84) {
        Envelope around = wgs84.getEnvelopeInternal();
        if (surelyCovers(around)) {
            return true;
        }
        if (rectangles.stream().noneMatch(rectangle -> rectangle.outer().intersects(around))
                || !crs.reaches(around)) {
            return false;
        }
        Geometry there = crs.projected(wgs84);
        return rectangles.stream().anyMatch(rectangle -> rectangle.plane().intersects(there));
    }

    /**
     * Whether all of a box in longitude and latitude lies in it; no where that is not soon known.
     */
    public boolean surelyCovers(Envelope wgs84) {
        // Far from the equator a rectangle in metres reaches beyond the domain.
        return crs.reaches(wgs84)
                && rectangles.stream()
                        .map(CrsRectangle::inner)
                        .anyMatch(inner -> inner != null && inner.contains(wgs84));
    }

    /**
     * The box in longitude and latitude, SRID 4326; an empty geometry when nothing lies in it. In
     * degrees it is the box itself; in metres its edges run within 1 cm of where they are, or
     * within 5 m for a box that is longer than 250 km.
     */
    public Geometry polygon() {
        return rectangles.isEmpty()
                ? Wgs84.FACTORY.createMultiPolygon()
                : Wgs84.FACTORY.buildGeometry(
                        rectangles.stream().map(CrsRectangle::outline).toList());
    }
}
