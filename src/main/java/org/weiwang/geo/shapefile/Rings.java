package org.weiwang.geo.shapefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts the rings of a polygon record together, as GDAL does: clockwise rings are exterior, the
 * others are holes. A single exterior ring takes all the holes; among several, a hole belongs to
 * the smallest around it, and one without any stands for itself. Without a clockwise ring all are
 * exterior. The outcome may be invalid where the rings are.
 */
final class Rings {
    private record Shell(LinearRing ring, double area, List<LinearRing> holes) {
        static Shell of(LinearRing ring) {
            return new Shell(
                    ring, Math.abs(Area.ofRing(ring.getCoordinateSequence())), new ArrayList<>());
        }

        boolean isAround(LinearRing hole) {
            if (!ring.getEnvelopeInternal().covers(hole.getEnvelopeInternal())) {
                return false;
            }
            CoordinateSequence points = hole.getCoordinateSequence();
            for (int i = 0; i < points.size(); i++) {
                int location =
                        RayCrossingCounter.locatePointInRing(
                                points.getCoordinate(i), ring.getCoordinateSequence());
                if (location != Location.BOUNDARY) {
                    return location == Location.INTERIOR;
                }
            }
            return true;
        }

        Polygon toPolygon(GeometryFactory factory) {
            return factory.createPolygon(ring, holes.toArray(LinearRing[]::new));
        }
    }

    private Rings() {}

    static MultiPolygon group(List<CoordinateSequence> rings, GeometryFactory factory) {
        List<Shell> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (CoordinateSequence points : rings) {
            LinearRing ring = factory.createLinearRing(points);
            if (Area.ofRingSigned(points) >= 0) {
                shells.add(Shell.of(ring));
            } else {
                holes.add(ring);
            }
        }
        List<Shell> lone = new ArrayList<>();
        for (LinearRing hole : holes) {
            around(hole, shells)
                    .ifPresentOrElse(
                            shell -> shell.holes.add(hole), () -> lone.add(Shell.of(hole)));
        }
        shells.addAll(lone);
        return factory.createMultiPolygon(
                shells.stream().map(shell -> shell.toPolygon(factory)).toArray(Polygon[]::new));
    }

    private static Optional<Shell> around(LinearRing hole, List<Shell> shells) {
        if (shells.size() == 1) {
            return Optional.of(shells.get(0));
        }
        return shells.stream()
                .filter(shell -> shell.isAround(hole))
                .min(Comparator.comparingDouble(Shell::area));
    }
}
