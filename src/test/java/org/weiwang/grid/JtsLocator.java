package org.weiwang.grid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.weiwang.geo.LonLat;

/** The same with what JTS has: a tree of boxes, and an indexed locator for each grid. */
public final class JtsLocator {
    private final STRtree tree = new STRtree();

    private record Area(Grid grid, IndexedPointInAreaLocator locator) {}

    public JtsLocator(List<Grid> grids) {
        for (Grid grid : grids) {
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(grid.geometry());
            // The locator builds its index when it is first asked.
            locator.locate(grid.geometry().getCoordinate());
            tree.insert(grid.geometry().getEnvelopeInternal(), new Area(grid, locator));
        }
        tree.build();
    }

    /** Null where no grid covers the point. */
    public Covering locate(double lon, double lat) {
        Coordinate at = new Coordinate(lon, lat);
        Area first = null;
        int where = Location.EXTERIOR;
        for (Object near : tree.query(new Envelope(at))) {
            Area area = (Area) near;
            if (first == null || area.grid.code().compareTo(first.grid.code()) < 0) {
                int location = area.locator.locate(at);
                if (location != Location.EXTERIOR) {
                    first = area;
                    where = location;
                }
            }
        }
        return first == null ? null : new Covering(first.grid, where == Location.BOUNDARY);
    }

    static List<Covering> locate(List<Grid> grids, List<LonLat> points) {
        JtsLocator locator = new JtsLocator(grids);
        List<Covering> coverings = new ArrayList<>();
        points.forEach(point -> coverings.add(locator.locate(point.lon(), point.lat())));
        return coverings;
    }
}
