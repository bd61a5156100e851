package org.weiwang.grid.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;

/** What holds for outlines before and after repairs. */
public final class Outlines {
    private static final double METRE = 1 / 111_195.0;

    private Outlines() {}

    /** That grids differ only by edges within a metre of the ground, and are else the same. */
    public static void assertMovedOnlyNear(
            Collection<? extends Geometry> ground, List<Grid> before, List<Grid> after) {
        Geometry near =
                Wgs84.FACTORY
                        .createGeometryCollection(ground.toArray(Geometry[]::new))
                        .buffer(METRE);
        assertThat(after).hasSameSizeAs(before);
        for (int row = 0; row < before.size(); row++) {
            if (before.get(row) != after.get(row)) {
                MultiPolygon outline = before.get(row).geometry();
                Set<Edge> former = outline == null ? Set.of() : Edge.all(outline);
                Set<Edge> now = Edge.all(after.get(row).geometry());
                Set<Edge> differing = new HashSet<>(former);
                differing.removeAll(now);
                now.removeAll(former);
                differing.addAll(now);
                assertThat(differing)
                        .as(before.get(row).code())
                        .isNotEmpty()
                        .allMatch(edge -> near.intersects(line(edge)));
            }
        }
    }

    private static Geometry line(Edge edge) {
        return Wgs84.FACTORY.createLineString(new Coordinate[] {edge.start(), edge.end()});
    }

    public static void assertStorable(MultiPolygon outline) {
        assertThat(outline.isEmpty()).isFalse();
        assertThat(outline.isValid()).isTrue();
        assertThat(Lattice.snap(outline).equalsExact(outline)).isTrue();
        for (Polygon polygon : Overlay.polygons(outline)) {
            assertThat(polygon.getExteriorRing().getCoordinateSequence().getDimension())
                    .isEqualTo(2);
            assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinateSequence()))
                    .isTrue();
        }
    }
}
