package org.weiwang.edition.comparing;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.Wgs84;

/**
 * The ground that a grid gained and lost, longitude and latitude in degrees; one of the two may be
 * empty. Only pieces that are wide enough count, since a boundary that was not redrawn may come
 * back a little off, with slivers between its two states:
 *
 * <ul>
 *   <li>the lattice moves a vertex by up to 0.07 mm, and a file that rounds to millimetres by up to
 *       0.7 mm, so that slivers are up to 1.5 mm wide;
 *   <li>a vertex that was put on an edge which is straight in the hand-over's plane lies beside the
 *       edge that is straight in degrees, in the middle of l metres along a parallel by l²·tan
 *       (latitude)/(8·Earth's radius), so that slivers are 6 mm wide for a kilometre at 30°N and 5
 *       cm for three.
 * </ul>
 *
 * <p>A surveyed boundary is good for about 5 cm itself. A piece that counts does so whole, with the
 * slivers that it runs out into.
 */
public record Reshaping(MultiPolygon gained, MultiPolygon lost) {
    /** How wide a piece must be somewhere to count, in metres: a disc of this diameter fits in. */
    static final double NARROWEST = 0.05;

    private static final double NARROWEST_AREA = Math.PI * NARROWEST * NARROWEST / 4;

    /** Empty when the two differ by nothing that counts. */
    static Optional<Reshaping> of(MultiPolygon before, MultiPolygon after) {
        if (before.equalsExact(after)) {
            return Optional.empty();
        }
        Reshaping reshaping = new Reshaping(without(after, before), without(before, after));
        return reshaping.gained.isEmpty() && reshaping.lost.isEmpty()
                ? Optional.empty()
                : Optional.of(reshaping);
    }

    private static MultiPolygon without(Geometry whole, Geometry part) {
        Geometry rest = OverlayNGRobust.overlay(whole, part, OverlayNG.DIFFERENCE);
        List<?> pieces = PolygonExtracter.getPolygons(rest);
        return Wgs84.FACTORY.createMultiPolygon(
                pieces.stream()
                        .map(Polygon.class::cast)
                        .filter(Reshaping::isWideEnough)
                        .toArray(Polygon[]::new));
    }

    private static boolean isWideEnough(Polygon piece) {
        Geometry plane = EqualArea.plane(piece);
        double area = plane.getArea();
        if (area < NARROWEST_AREA) {
            return false;
        }
        // What is as wide on average is so somewhere; only of other pieces is it costly to know.
        return 2 * area >= NARROWEST * plane.getLength() || !plane.buffer(-NARROWEST / 2).isEmpty();
    }
}
