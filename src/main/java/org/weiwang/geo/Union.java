package org.weiwang.geo;

import java.util.Collection;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.util.AssertionFailedException;

/** The ground that any of some polygons has, longitude and latitude in degrees. */
public final class Union {
    /** How much rounding may make of a sum of areas. */
    private static final double ROUNDING = 1e-12;

    private Union() {}

    /**
     * By leaving out common edges; where the pieces overlap or do not share them, by overlay.
     *
     * @param pieces valid ones
     */
    public static MultiPolygon of(Collection<? extends Geometry> pieces) {
        MultiPolygon union = withoutCommonEdges(pieces);
        double area = pieces.stream().mapToDouble(Geometry::getArea).sum();
        return Math.abs(union.getArea() - area) <= ROUNDING * area && union.isValid()
                ? union
                : Overlay.union(pieces);
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
