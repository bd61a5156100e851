package org.weiwang.atlas.tile;

import java.util.Arrays;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.CoordinateSequence;

/**
 * A ring as it is at all zooms.
 *
 * @param positions as {@link Ring} has them, on the {@link Plane}
 * @param grades the least zoom of each, as {@link Grades} says
 */
record GradedRing(int[] positions, byte[] grades) {
    private static final int BYTES = 64;

    /**
     * @param plane a closed ring on the {@link Plane}
     * @param isOuter whether it is to run clockwise, as around a polygon, else as around a hole
     * @param grades of the positions of several rings
     * @param first where those of this one begin
     */
    static GradedRing of(CoordinateSequence plane, boolean isOuter, byte[] grades, int first) {
        // JTS counts clockwise as positive where y goes up; here it goes down.
        boolean isBackwards = Area.ofRingSigned(plane) < 0 != isOuter;
        int count = plane.size() - 1;
        GradedRing ring = new GradedRing(new int[2 * count], new byte[count]);
        for (int i = 0; i < count; i++) {
            int from = isBackwards ? count - i : i;
            ring.positions[2 * i] = Plane.step(plane.getX(from));
            ring.positions[2 * i + 1] = Plane.step(plane.getY(from));
            ring.grades[i] = grades[first + from];
        }
        return ring;
    }

    /** The positions that are shown at a zoom; not to be changed. */
    int[] at(int zoom) {
        if (zoom >= Grades.WHOLE_FROM_ZOOM) {
            return positions;
        }
        int[] shown = new int[positions.length];
        int size = 0;
        for (int i = 0; i < grades.length; i++) {
            if (grades[i] <= zoom) {
                shown[size++] = positions[2 * i];
                shown[size++] = positions[2 * i + 1];
            }
        }
        return Arrays.copyOf(shown, size);
    }

    /** About how much memory it takes up. */
    int bytes() {
        return BYTES + Integer.BYTES * positions.length + grades.length;
    }
}
