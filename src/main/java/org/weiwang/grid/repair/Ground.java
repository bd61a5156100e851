package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.check.Measure;

/**
 * What there is of ground, in degrees. Overlays are made on the lattice: positions that are on it
 * stay, new ones come to lie on it, and an edge that passes such a one within half a step goes
 * through it.
 */
final class Ground {
    private Ground() {}

    static Geometry common(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.INTERSECTION);
    }

    static Geometry without(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.DIFFERENCE);
    }

    static Geometry union(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.UNION);
    }

    static Geometry union(List<? extends Geometry> all) {
        return UnaryUnionNG.union(List.copyOf(all), Wgs84.FACTORY, Lattice.PRECISION);
    }

    /** What ground encloses. */
    static Geometry holes(Geometry ground) {
        List<Polygon> holes = new ArrayList<>();
        for (Polygon polygon : Overlay.polygons(ground)) {
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                holes.add(Wgs84.FACTORY.createPolygon(polygon.getInteriorRingN(i)));
            }
        }
        return Overlay.multiPolygon(holes);
    }

    private static Geometry overlay(Geometry one, Geometry other, int operation) {
        OverlayNG overlay = new OverlayNG(one, other, Lattice.PRECISION, operation);
        overlay.setStrictMode(true); // Ground that touches has nothing in common.
        return overlay.getResult();
    }

    /** Whether their edges are equal, to the bit. */
    static boolean areSame(MultiPolygon one, MultiPolygon other) {
        return one == other
                || one.getNumPoints() == other.getNumPoints()
                        && one.norm().equalsExact(other.norm());
    }

    /** Those connected pieces that a disc of {@link Measure#NARROWEST} fits in. */
    static List<Polygon> pieces(Geometry ground) {
        return Overlay.polygons(ground).stream().filter(Ground::counts).toList();
    }

    /** Of the pieces that count the one that a place is in, or near. */
    static Optional<Polygon> pieceAt(Geometry ground, LonLat place) {
        Geometry at = Wgs84.point(place);
        return pieces(ground).stream().min(Comparator.comparingDouble(at::distance));
    }

    static boolean anyCounts(Geometry ground) {
        return Overlay.polygons(ground).stream().anyMatch(Ground::counts);
    }

    private static boolean counts(Polygon piece) {
        return Measure.counts(EqualArea.plane(piece));
    }

    static Geometry all(Collection<? extends Geometry> pieces) {
        return Overlay.multiPolygon(
                pieces.stream().flatMap(piece -> Overlay.polygons(piece).stream()).toList());
    }

    static Geometry multiPoint(Collection<Coordinate> positions) {
        return Wgs84.FACTORY.createMultiPointFromCoords(positions.toArray(Coordinate[]::new));
    }

    /** As outlines are stored: in two dimensions, shells counter-clockwise. */
    static MultiPolygon outline(Geometry ground) {
        return Lattice.snap(
                Overlay.multiPolygon(
                        Overlay.polygons(ground).stream().map(Ground::turned).toList()));
    }

    private static Polygon turned(Polygon polygon) {
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = turned(polygon.getInteriorRingN(i), false);
        }
        return Wgs84.FACTORY.createPolygon(turned(polygon.getExteriorRing(), true), holes);
    }

    private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
        return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise
                ? ring
                : ring.reverse();
    }
}
