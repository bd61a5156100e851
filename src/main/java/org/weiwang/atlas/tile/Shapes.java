package org.weiwang.atlas.tile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.FeatureLayer;

/** The features of one district's layer, as they are drawn at all zooms. Immutable. */
final class Shapes {
    /** In the order of the layer. */
    private final List<Shape> shapes;

    /** West, north, east and south of each shape in turn: all are looked through for each tile. */
    private final int[] boxes;

    private final long bytes;

    private Shapes(List<Shape> shapes) {
        this.shapes = shapes;
        this.boxes =
                shapes.stream()
                        .map(Shape::box)
                        .flatMapToInt(
                                box -> IntStream.of(box.minX(), box.minY(), box.maxX(), box.maxY()))
                        .toArray();
        this.bytes =
                shapes.stream().mapToLong(Shape::bytes).sum() + (long) Integer.BYTES * boxes.length;
    }

    /**
     * @param layer of points, or of polygons
     * @param minZoom below it nothing is drawn
     */
    static Shapes of(FeatureLayer<?> layer, int minZoom) {
        Geometry[] plane =
                layer.all().stream().map(Feature::geometry).map(Plane::of).toArray(Geometry[]::new);
        byte[][] grades = Grades.of(plane, minZoom);
        return new Shapes(
                IntStream.range(0, plane.length)
                        .mapToObj(i -> shape(plane[i], grades[i]))
                        .toList());
    }

    private static Shape shape(Geometry plane, byte[] grades) {
        return plane instanceof Point point ? Spot.of(point) : Outline.of(plane, grades);
    }

    /** The places in the layer of those whose boxes meet this one, ascending. */
    int[] meeting(Box box) {
        int[] places = new int[shapes.size()];
        int count = 0;
        for (int place = 0; place < places.length; place++) {
            if (meets(4 * place, box)) {
                places[count++] = place;
            }
        }
        return Arrays.copyOf(places, count);
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
        return bytes;
    }
}
