package org.weiwang.atlas.tile;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.geo.tile.WebMercator;

/**
 * The plane of web maps in steps of a grid that all tiles share: the world is 2<sup>30</sup> wide,
 * a step is 3.2 cm at 30°N. Its rows count from the north. At zoom 18 a step is one of a tile's
 * grid; below, steps of a tile's grid are whole numbers of it. So what is at the same place is so
 * in every tile.
 */
final class Plane {
    /** The zoom at which a tile's grid is that of the plane. */
    static final int ZOOM = 18;

    /** How many steps of its own grid a tile is wide. */
    static final int EXTENT = 1 << 12;

    private static final double WIDTH = (double) EXTENT * (1 << ZOOM);

    private Plane() {}

    static double x(double lon) {
        return WebMercator.x(lon) * WIDTH;
    }

    static double y(double lat) {
        return WebMercator.y(lat) * WIDTH;
    }

    /** The geometry, given in degrees, between the steps. */
    static Geometry of(Geometry wgs84) {
        Geometry plane = wgs84.copy();
        plane.apply(new Projecting());
        return plane;
    }

    /** The nearest step. */
    static int step(double position) {
        return (int) Math.rint(position);
    }

    private static final class Projecting implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence points, int i) {
            points.setOrdinate(i, Coordinate.X, x(points.getX(i)));
            points.setOrdinate(i, Coordinate.Y, y(points.getY(i)));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
