package org.weiwang.atlas.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.FeatureLayer;

/**
 * The features of one district's layer, as they are drawn from some zoom to another. Polygons are
 * generalised all together, as a coverage: what neighbours share stays shared, and no outline
 * crosses another that it did not cross before. An enclave smaller than the tolerance may be left
 * out on both sides, where its feature has other polygons. Where only one polygon has an edge, such
 * as the district's own outline, the edge of a hole, or one where the layer's polygons overlap or
 * leave a gap, it stays as it is; so the layers of two districts fit as well as they did.
 * Immutable.
 */
final class Shapes {
    /** From here on nothing is generalised. */
    private static final int WHOLE_FROM_ZOOM = 14;

    /**
     * The square root of the area by which an outline may change at a position, in pixels of a tile
     * that is shown 256 wide. A position is so moved by less than half a pixel, but for the tips of
     * narrow spikes.
     */
    private static final double TOLERANCE = 0.25;

    private static final int PIXELS = 256;

    /** In the order of the layer. */
    private final List<Shape> shapes;

    /** West, north, east and south of each shape in turn: all are looked through for each tile. */
    private final int[] boxes;

    private Shapes(List<Shape> shapes) {
        this.shapes = shapes;
        this.boxes =
                shapes.stream()
                        .map(Shape::box)
                        .flatMapToInt(
                                box -> IntStream.of(box.minX(), box.minY(), box.maxX(), box.maxY()))
                        .toArray();
    }

    /** The least zoom that has the same shapes. */
    static int zoomLike(int zoom) {
        return Math.min(zoom, WHOLE_FROM_ZOOM);
    }

    /**
     * @param layer of points, or of polygons
     */
    static Shapes of(FeatureLayer<?> layer, int zoom) {
        Geometry[] plane =
                layer.all().stream().map(Feature::geometry).map(Plane::of).toArray(Geometry[]::new);
        if (zoom < WHOLE_FROM_ZOOM) {
            generalise(plane, zoom);
        }
        return new Shapes(Arrays.stream(plane).map(Shapes::shape).toList());
    }

    private static void generalise(Geometry[] plane, int zoom) {
        int[] areas = IntStream.range(0, plane.length).filter(i -> hasAreas(plane[i])).toArray();
        double pixel = (double) (Plane.EXTENT << Plane.ZOOM - zoom) / PIXELS;
        Geometry[] generalised =
                CoverageSimplifier.simplifyInner(
                        Arrays.stream(areas).mapToObj(i -> plane[i]).toArray(Geometry[]::new),
                        TOLERANCE * pixel);
        for (int i = 0; i < areas.length; i++) {
            plane[areas[i]] = generalised[i];
        }
    }

    /** Whether every ring has an area; others are nothing to the coverage, and stay as they are. */
    private static boolean hasAreas(Geometry plane) {
        List<LinearRing> rings = new ArrayList<>();
        plane.apply(
                (GeometryComponentFilter)
                        part -> {
                            if (part instanceof LinearRing ring) {
                                rings.add(ring);
                            }
                        });
        return !rings.isEmpty()
                && rings.stream().allMatch(ring -> Area.ofRing(ring.getCoordinateSequence()) > 0);
    }

    private static Shape shape(Geometry plane) {
        return plane instanceof Point point ? Spot.of(point) : Outline.of(plane);
    }

    /** The places in the layer of those whose boxes meet this one, ascending. */
    int[] meeting(Box box) {
        return IntStream.range(0, shapes.size()).filter(i -> meets(4 * i, box)).toArray();
    }

    private boolean meets(int at, Box box) {
        return boxes[at] <= box.maxX()
                && box.minX() <= boxes[at + 2]
                && boxes[at + 1] <= box.maxY()
                && box.minY() <= boxes[at + 3];
    }

    /**
     * @param place in the layer
     */
    Shape get(int place) {
        return shapes.get(place);
    }

    /** About how much memory they take up. */
    long bytes() {
        return shapes.stream().mapToLong(Shape::bytes).sum() + (long) Integer.BYTES * boxes.length;
    }
}
