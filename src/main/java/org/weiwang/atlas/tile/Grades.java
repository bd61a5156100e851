package org.weiwang.atlas.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LinearRing;

/**
 * From which zoom on each position of a layer's polygons is drawn. Polygons are generalised all
 * together, as a coverage: what neighbours share stays shared, and no outline crosses another that
 * it did not cross before. An enclave smaller than the tolerance may be left out on both sides,
 * where its feature has other polygons. Where only one polygon has an edge, such as the district's
 * own outline, the edge of a hole, or one where the layer's polygons overlap or leave a gap, it
 * stays as it is; so the layers of two districts fit as well as they did.
 *
 * <p>Each zoom is made from what the next larger one shows. Since positions are only ever left out,
 * those of least effect first, that gives what generalising the whole anew would.
 */
final class Grades {
    /** From here on nothing is left out. */
    static final int WHOLE_FROM_ZOOM = 14;

    /**
     * The square root of the area by which an outline may change at a position, in pixels of a tile
     * that is shown 256 wide. A position is so moved by less than half a pixel, but for the tips of
     * narrow spikes.
     */
    private static final double TOLERANCE = 0.25;

    private static final int PIXELS = 256;

    private Grades() {}

    /**
     * The least zooms of the positions, of each geometry in the order of {@link
     * Geometry#getCoordinates}; 0 where that is the least zoom.
     *
     * @param plane polygons on the {@link Plane}
     * @param minZoom below it nothing is drawn
     */
    static byte[][] of(Geometry[] plane, int minZoom) {
        byte[][] grades =
                Arrays.stream(plane)
                        .map(geometry -> new byte[geometry.getNumPoints()])
                        .toArray(byte[][]::new);
        int[] areas = IntStream.range(0, plane.length).filter(i -> hasAreas(plane[i])).toArray();
        Geometry[] shown = Arrays.stream(areas).mapToObj(i -> plane[i]).toArray(Geometry[]::new);
        for (int zoom = WHOLE_FROM_ZOOM - 1; zoom >= minZoom; zoom--) {
            double pixel = (double) (Plane.EXTENT << Plane.ZOOM - zoom) / PIXELS;
            shown = CoverageSimplifier.simplifyInner(shown, TOLERANCE * pixel);
            for (int i = 0; i < areas.length; i++) {
                grade(plane[areas[i]], shown[i], zoom + 1, grades[areas[i]]);
            }
        }
        return grades;
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

    /** What is not shown any more, and was until now, is shown from that zoom on. */
    private static void grade(Geometry whole, Geometry shown, int zoom, byte[] grades) {
        if (shown.getNumPoints() == grades.length) {
            return;
        }
        Set<Coordinate> left = new HashSet<>(Arrays.asList(shown.getCoordinates()));
        Coordinate[] positions = whole.getCoordinates();
        for (int i = 0; i < positions.length; i++) {
            if (grades[i] == 0 && !left.contains(positions[i])) {
                grades[i] = (byte) zoom;
            }
        }
    }
}
