package org.weiwang.atlas.tile;

import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons. One that has no area on a tile's grid, a step of which is a sixteenth of a pixel, is
 * left out, and so is a hole; where nothing is left, they are drawn as a square of one step at the
 * first position, over the neighbours, which close the gap. So every feature is in some tile of
 * every zoom.
 *
 * @param polygons of each its rings, the outer one first
 */
record Outline(Box box, GradedRing[][] polygons) implements Shape {
    private static final int BYTES = 80;

    /**
     * @param plane polygons on the {@link Plane}
     * @param grades as {@link Grades#of} has them
     */
    static Outline of(Geometry plane, byte[] grades) {
        GradedRing[][] polygons = new GradedRing[plane.getNumGeometries()][];
        int first = 0;
        for (int i = 0; i < polygons.length; i++) {
            Polygon polygon = (Polygon) plane.getGeometryN(i);
            polygons[i] = rings(polygon, grades, first);
            first += polygon.getNumPoints();
        }
        return new Outline(around(polygons), polygons);
    }

    private static GradedRing[] rings(Polygon polygon, byte[] grades, int first) {
        GradedRing[] rings = new GradedRing[1 + polygon.getNumInteriorRing()];
        int next = first;
        for (int i = 0; i < rings.length; i++) {
            LinearRing ring = i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1);
            rings[i] = GradedRing.of(ring.getCoordinateSequence(), i == 0, grades, next);
            next += ring.getNumPoints();
        }
        return rings;
    }

    private static Box around(GradedRing[][] polygons) {
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = Integer.MIN_VALUE;
        int maxY = Integer.MIN_VALUE;
        for (GradedRing[] polygon : polygons) {
            int[] outer = polygon[0].positions();
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
        boolean isWhole = window.box().covers(box);
        boolean isDrawn = false;
        for (GradedRing[] polygon : polygons) {
            isDrawn |= draw(polygon, isWhole, window, pen);
        }
        if (!isDrawn) {
            drawThin(window, pen);
        }
    }

    private static boolean draw(GradedRing[] polygon, boolean isWhole, Window window, Pen pen) {
        for (int i = 0; i < polygon.length; i++) {
            int[] shown = polygon[i].at(window.zoom());
            int[] ring = window.snap(isWhole ? shown : Ring.cut(shown, window.box()));
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

    /** Draws what is narrower than a step, and so may be without area in every tile. */
    private void drawThin(Window window, Pen pen) {
        int[] first = null;
        for (GradedRing[] polygon : polygons) {
            int[] outer = polygon[0].at(window.zoom());
            int[] ring = window.snap(outer);
            if (Ring.doubledArea(ring) > Ring.length(ring)) {
                return;
            }
            if (first == null && outer.length > 0) {
                first = outer;
            }
        }
        if (first != null && window.box().covers(first[0], first[1])) {
            pen.ring(square(window.snap(new int[] {first[0], first[1]})));
        }
    }

    private static int[] square(int[] corner) {
        int x = corner[0];
        int y = corner[1];
        return new int[] {x, y, x + 1, y, x + 1, y + 1, x, y + 1};
    }

    @Override
    public int bytes() {
        return BYTES
                + Arrays.stream(polygons).flatMap(Arrays::stream).mapToInt(GradedRing::bytes).sum();
    }
}
