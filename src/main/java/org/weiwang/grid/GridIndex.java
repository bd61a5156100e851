package org.weiwang.grid;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.weiwang.geo.LonLat;

/**
 * Point in polygon over the grids of one level. A point is covered by a grid when it lies in it or
 * on its boundary, holes' boundaries included. Where several grids cover a point (a shared
 * boundary, or an overlap in dirty data) the one with the smallest code answers, as SQL's {@code
 * ST_Covers … ORDER BY code COLLATE "C" LIMIT 1} does. Immutable and thread-safe.
 */
public final class GridIndex {
    private final STRtree tree = new STRtree();

    /**
     * @param grids of one level, in any order, with different codes
     */
    public GridIndex(List<Grid> grids) {
        for (Grid grid : grids) {
            tree.insert(grid.geometry().getEnvelopeInternal(), grid);
        }
        tree.build();
    }

    /** The grid that covers the point; empty where none does. Never the nearest. */
    public Optional<Covering> locate(LonLat point) {
        Coordinate at = new Coordinate(point.lon(), point.lat());
        List<?> near = tree.query(new Envelope(at));
        return near.stream()
                .map(candidate -> cover((Grid) candidate, at))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(covering -> covering.grid().code()));
    }

    private static Optional<Covering> cover(Grid grid, Coordinate at) {
        for (int i = 0; i < grid.geometry().getNumGeometries(); i++) {
            int location = locate((Polygon) grid.geometry().getGeometryN(i), at);
            if (location != Location.EXTERIOR) {
                return Optional.of(new Covering(grid, location == Location.BOUNDARY));
            }
        }
        return Optional.empty();
    }

    private static int locate(Polygon part, Coordinate at) {
        if (!part.getEnvelopeInternal().contains(at)) {
            return Location.EXTERIOR;
        }
        int inShell = locate(part.getExteriorRing(), at);
        if (inShell != Location.INTERIOR) {
            return inShell;
        }
        for (int i = 0; i < part.getNumInteriorRing(); i++) {
            int inHole = locate(part.getInteriorRingN(i), at);
            if (inHole != Location.EXTERIOR) {
                return inHole == Location.BOUNDARY ? Location.BOUNDARY : Location.EXTERIOR;
            }
        }
        return Location.INTERIOR;
    }

    /** Straight over the packed coordinates, so that a grid costs no memory beside them. */
    private static int locate(LinearRing ring, Coordinate at) {
        return RayCrossingCounter.locatePointInRing(at, ring.getCoordinateSequence());
    }
}
