package org.weiwang.geo;

import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.util.AssertionFailedException;

/**
 * What polygons have in common, and what not, longitude and latitude in degrees; lines and points
 * that are left are left out.
 */
public final class Overlay {
    private Overlay() {}

    /** The ground of both, as pieces that are connected each. */
    public static List<Polygon> intersection(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.INTERSECTION);
    }

    /** The ground of the whole that the part has not, as pieces that are connected each. */
    public static List<Polygon> difference(Geometry whole, Geometry part) {
        return overlay(whole, part, OverlayNG.DIFFERENCE);
    }

    /** The ground that any of them has. */
    public static MultiPolygon union(Collection<? extends Geometry> pieces) {
        Geometry all = Wgs84.FACTORY.createGeometryCollection(pieces.toArray(Geometry[]::new));
        try {
            return multiPolygon(polygons(OverlayNGRobust.union(all)));
        } catch (TopologyException | AssertionFailedException e) {
            // Where rounding comes in the way of plain numbers, those of the lattice always do.
            return multiPolygon(polygons(UnaryUnionNG.union(all, Lattice.PRECISION)));
        }
    }

    /** A proposal for an invalid geometry: the ground that it encloses, on the lattice. */
    public static MultiPolygon valid(Geometry invalid) {
        Geometry fixed = GeometryFixer.fix(invalid);
        return multiPolygon(polygons(GeometryPrecisionReducer.reduce(fixed, Lattice.PRECISION)));
    }

    /** Polygons that neither overlap nor share an edge as one geometry. */
    public static MultiPolygon multiPolygon(Collection<Polygon> pieces) {
        return Wgs84.FACTORY.createMultiPolygon(pieces.toArray(Polygon[]::new));
    }

    /** The polygons of any geometry. */
    @SuppressWarnings("unchecked")
    public static List<Polygon> polygons(Geometry geometry) {
        return (List<Polygon>) PolygonExtracter.getPolygons(geometry);
    }

    private static List<Polygon> overlay(Geometry one, Geometry other, int operation) {
        try {
            return polygons(OverlayNGRobust.overlay(one, other, operation));
        } catch (TopologyException | AssertionFailedException e) {
            return polygons(OverlayNG.overlay(one, other, operation, Lattice.PRECISION));
        }
    }
}
