package org.weiwang.geo;

import java.util.Collection;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.util.AssertionFailedException;

/**
 * The ground that any of some polygons has, longitude and latitude in degrees.
 *
 * @param areNeighbours whether it is certain that no two of them overlap; it is where all that
 *     touch each other share vertices and edges
 */
public record Union(MultiPolygon ground, boolean areNeighbours) {
    /** How much rounding may make of a sum of areas. */
    private static final double ROUNDING = 1e-12;

    /**
     * By leaving out common edges; where the pieces overlap or do not share them, by overlay.
     *
     * @param pieces valid ones
     */
    public static Union of(Collection<? extends Geometry> pieces) {
        MultiPolygon union = withoutCommonEdges(pieces);
        double area = pieces.stream().mapToDouble(Geometry::getArea).sum();
        return Math.abs(union.getArea() - area) <= ROUNDING * area && union.isValid()
                ? new Union(union, true)
                : new Union(Overlay.union(pieces), false);
    }

    /** Of no use where the pieces are no coverage; then perhaps empty. */
    private static MultiPolygon withoutCommonEdges(Collection<? extends Geometry> pieces) {
        try {
            Geometry union = CoverageUnion.union(pieces.toArray(Geometry[]::new));
            return Overlay.multiPolygon(Overlay.polygons(union));
        } catch (TopologyException | AssertionFailedException e) {
            return Wgs84.FACTORY.createMultiPolygon();
        }
    }
}
