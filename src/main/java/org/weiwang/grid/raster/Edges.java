package org.weiwang.grid.raster;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of all areas of a list, each from its lower to its upper end, packed. Every polygon of
 * an area is a part of its own, so that an area covers what any of its parts covers, even where
 * parts overlap in dirty data. Parts are numbered in the order of the areas. Immutable.
 */
final class Edges {
    private final double[] ends;
    private final int[] parts;
    private final int[] areas;

    Edges(List<MultiPolygon> areas) {
        int edges = 0;
        int polygons = 0;
        for (MultiPolygon area : areas) {
            edges += area.getNumPoints();
            polygons += area.getNumGeometries();
        }
        Packing packing = new Packing(edges, polygons);
        for (int i = 0; i < areas.size(); i++) {
            for (int part = 0; part < areas.get(i).getNumGeometries(); part++) {
                packing.add((Polygon) areas.get(i).getGeometryN(part), i);
            }
        }
        this.ends = Arrays.copyOf(packing.ends, 4 * packing.size);
        this.parts = Arrays.copyOf(packing.parts, packing.size);
        this.areas = packing.areas;
    }

    private static final class Packing {
        private final double[] ends;
        private final int[] parts;
        private final int[] areas;
        private int size;
        private int part;

        Packing(int edges, int polygons) {
            if (edges > Integer.MAX_VALUE / 4) {
                throw new IllegalArgumentException(edges + " edges are too many to index");
            }
            ends = new double[4 * edges];
            parts = new int[edges];
            areas = new int[polygons];
        }

        void add(Polygon polygon, int area) {
            areas[part] = area;
            add(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                add(polygon.getInteriorRingN(i));
            }
            part++;
        }

        private void add(LinearRing ring) {
            CoordinateSequence points = ring.getCoordinateSequence();
            for (int i = 1; i < points.size(); i++) {
                boolean up =
                        points.getY(i - 1) < points.getY(i)
                                || points.getY(i - 1) == points.getY(i)
                                        && points.getX(i - 1) <= points.getX(i);
                int lower = up ? i - 1 : i;
                int upper = up ? i : i - 1;
                ends[4 * size] = points.getX(lower);
                ends[4 * size + 1] = points.getY(lower);
                ends[4 * size + 2] = points.getX(upper);
                ends[4 * size + 3] = points.getY(upper);
                parts[size++] = part;
            }
        }
    }

    int size() {
        return parts.length;
    }

    /** Longitude of the lower end. */
    double ax(int edge) {
        return ends[4 * edge];
    }

    /** Latitude of the lower end. */
    double ay(int edge) {
        return ends[4 * edge + 1];
    }

    /** Longitude of the upper end. */
    double bx(int edge) {
        return ends[4 * edge + 2];
    }

    /** Latitude of the upper end. */
    double by(int edge) {
        return ends[4 * edge + 3];
    }

    double west(int edge) {
        return Math.min(ax(edge), bx(edge));
    }

    double east(int edge) {
        return Math.max(ax(edge), bx(edge));
    }

    /** The part whose boundary it is of. */
    int part(int edge) {
        return parts[edge];
    }

    /** The position in the list of the area that a part belongs to. */
    int area(int part) {
        return areas[part];
    }

    int side(int edge, double px, double py) {
        return Side.of(ax(edge), ay(edge), bx(edge), by(edge), px, py);
    }
}
