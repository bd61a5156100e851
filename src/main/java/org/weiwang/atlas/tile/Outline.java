package org.weiwang.atlas.tile;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons. One that has no area on a tile's grid, a step of which is a sixteenth of a pixel, is
 * left out, and so is a hole; where nothing is left, they are drawn as a square of one step at the
 * first position, over the neighbours, which close the gap. So every feature is in some tile of
 * every zoom.
 *
 * @param polygons of each its rings, the outer one first; see {@link Ring}
 */
record Outline(Box box, int[][][] polygons) implements Shape {
    private static final int BYTES = 80;
    private static final int BYTES_OF_RING = 24;

    /**
     * @param plane polygons on the {@link Plane}
     */
    static Outline of(Geometry plane) {
        int[][][] polygons = new int[plane.getNumGeometries()][][];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = rings((Polygon) plane.getGeometryN(i));
        }
        return new Outline(around(polygons), polygons);
    }

    private static int[][] rings(Polygon polygon) {
        int[][] rings = new int[1 + polygon.getNumInteriorRing()][];
        rings[0] = Ring.of(polygon.getExteriorRing().getCoordinateSequence(), true);
        for (int i = 1; i < rings.length; i++) {
            rings[i] = Ring.of(polygon.getInteriorRingN(i - 1).getCoordinateSequence(), false);
        }
        return rings;
    }

    private static Box around(int[][][] polygons) {
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = Integer.MIN_VALUE;
        int maxY = Integer.MIN_VALUE;
        for (int[][] polygon : polygons) {
            int[] outer = polygon[0];
            for (int i = 0; i < outer.length; i += 2) {
                minX = Math.min(minX, outer[i]);
                maxX = Math.max(maxX, outer[i]);
                minY = Math.min(minY, outer[i + 1]);
                maxY = Math.max(maxY, outer[i + 1]);
            }
        }
        return new Box(minX, minY, maxX, maxY);
    }

    @Override
    public void draw(Window window, Pen pen) {
        boolean whole = window.box().covers(box);
        boolean drawn = false;
        for (int[][] polygon : polygons) {
            drawn |= draw(polygon, whole, window, pen);
        }
        int[] first = polygons[0][0];
        if (!drawn && window.box().covers(first[0], first[1]) && isThin(window)) {
            pen.ring(square(window.snap(new int[] {first[0], first[1]})));
        }
    }

    private static boolean draw(int[][] polygon, boolean whole, Window window, Pen pen) {
        for (int i = 0; i < polygon.length; i++) {
            int[] ring = window.snap(whole ? polygon[i] : Ring.cut(polygon[i], window.box()));
            long area = Ring.doubledArea(ring);
            if (i == 0 && area <= 0) {
                return false;
            }
            if (i == 0 || area < 0) {
                pen.ring(ring);
            }
        }
        return true;
    }

    /** Whether it is narrower than a step, so that it may be without area in every tile. */
    private boolean isThin(Window window) {
        for (int[][] polygon : polygons) {
            int[] outer = window.snap(polygon[0]);
            if (Ring.doubledArea(outer) > Ring.length(outer)) {
                return false;
            }
        }
        return true;
    }

    private static int[] square(int[] corner) {
        int x = corner[0];
        int y = corner[1];
        return new int[] {x, y, x + 1, y, x + 1, y + 1, x, y + 1};
    }

    @Override
    public int bytes() {
        int bytes = BYTES;
        for (int[][] polygon : polygons) {
            for (int[] ring : polygon) {
                bytes += BYTES_OF_RING + Integer.BYTES * ring.length;
            }
        }
        return bytes;
    }
}
