package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Wgs84;

/**
 * The ground that any of some grounds has.
 *
 * @param ground nowhere farther than {@link Sum#NEAR} from what it is exactly, so that cracks
 *     between neighbours are closed
 * @param areNeighbours whether it is certain, by the edges that they share, that no two of them
 *     overlap so that it counts
 */
record Coverage(MultiPolygon ground, boolean areNeighbours) {
    static Coverage of(List<Ground> grounds) {
        List<MultiPolygon> shapes = grounds.stream().map(Ground::shape).toList();
        Sum sum = Sum.of(shapes);
        return around(sum.edges())
                .or(() -> around(sum.noded().edges()))
                .map(ground -> new Coverage(ground, true))
                .orElseGet(() -> new Coverage(closed(Overlay.union(shapes)), false));
    }

    private static MultiPolygon closed(MultiPolygon ground) {
        return Overlay.multiPolygon(Overlay.polygons(ground.buffer(Sum.NEAR / 2, 1)));
    }

    /** The ground around which all of the edges run, if no place is in the sum more than once. */
    @SuppressWarnings("unchecked")
    private static Optional<MultiPolygon> around(Edges edges) {
        if (edges.isAnyTwice()) {
            return Optional.empty();
        }
        Polygonizer polygonizer = new Polygonizer();
        for (Edge edge : edges.left()) {
            polygonizer.add(Wgs84.FACTORY.createLineString(edge.line()));
        }
        List<Polygon> pieces = new ArrayList<>();
        Edges others = edges.copy();
        for (Polygon face : (Collection<Polygon>) polygonizer.getPolygons()) {
            if (others.subtractIfAllAreLeft(Edge.around(face))) {
                pieces.add(face);
            }
        }
        MultiPolygon ground = Overlay.multiPolygon(pieces);
        return others.areNone() && ground.isValid() ? Optional.of(ground) : Optional.empty();
    }
}
