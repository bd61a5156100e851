package org.weiwang.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * The positions that are stored: longitudes and latitudes that are multiples of 2<sup>-30</sup>
 * degree, a tenth of a millimetre. On this lattice the common test of which side of an edge a point
 * lies on, in plain doubles, has no rounding error that matters, whoever makes it.
 *
 * <p>The test is the sign of {@code dx·ey − dy·ex}, with {@code d} from the edge's start to its end
 * and {@code e} from its start to the point. Counted in lattice steps, coordinates are integers
 * below 2<sup>38</sup>, so the differences are exact. For an edge that spans at most 2<sup>26</sup>
 * steps in each direction, which is {@link #LONGEST} or 6.9 km of latitude, 6.0 km of longitude at
 * 30°N:
 *
 * <ul>
 *   <li>A point at most 2<sup>27</sup> steps from the edge's start in each direction, so any point
 *       in the edge's box: both products are integers of at most 2<sup>53</sup>, hence exact; and a
 *       difference of two doubles has the right sign, 0 only when they are equal. A point in the
 *       edge's box is on the edge if and only if the result is 0.
 *   <li>A point farther to the side, its latitude within the edge's (all else is decided by
 *       comparing latitudes): {@code |ex|} is more than twice {@code |dx|} and {@code |ey|} at most
 *       {@code |dy|}, so one product is at least twice the other and rounding cannot turn the sign.
 *       The same holds with the axes exchanged.
 *   <li>An edge's midpoint is a multiple of 2<sup>-31</sup>, a double exactly. Counted in half
 *       steps {@code e} is {@code d}, so the products are at most 2<sup>52</sup> and equal: it is
 *       on the edge.
 * </ul>
 *
 * <p>Longer edges are stored likewise, but a point within a lattice step of such an edge may be
 * taken to be on it, or the other way round.
 */
public final class Lattice {
    /** The longest span of an edge, in degrees, for which the above holds. */
    public static final double LONGEST = 0x1p-4;

    private static final double STEPS_PER_DEGREE = 0x1p30;

    /** The lattice as overlays take it. */
    public static final PrecisionModel PRECISION = new PrecisionModel(STEPS_PER_DEGREE);

    private Lattice() {}

    /** The nearest multiple of 2<sup>-30</sup>, of a number of degrees. */
    public static double snap(double degrees) {
        return Math.rint(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
    }

    /**
     * The geometry with each position moved to the lattice: two-dimensional packed coordinates,
     * same SRID. Consecutive points that coincide become one, except that a ring keeps four points
     * and a line two, coinciding then. Equal positions stay equal, so neighbours still fit; the
     * outcome may be invalid where parts are closer than the lattice.
     */
    @SuppressWarnings("unchecked")
    public static <G extends Geometry> G snap(G wgs84) {
        GeometryFactory factory =
                new GeometryFactory(
                        new PrecisionModel(),
                        wgs84.getSRID(),
                        PackedCoordinateSequenceFactory.DOUBLE_FACTORY);
        return (G) new GeometryEditor(factory).edit(wgs84, new Snap());
    }

    private static final class Snap extends GeometryEditor.CoordinateSequenceOperation {
        @Override
        public CoordinateSequence edit(CoordinateSequence from, Geometry geometry) {
            int minimum =
                    geometry instanceof LinearRing ? 4 : geometry instanceof LineString ? 2 : 1;
            double[] packed = new double[2 * from.size()];
            int size = 0;
            for (int i = 0; i < from.size(); i++) {
                double x = snap(from.getX(i));
                double y = snap(from.getY(i));
                boolean repeated =
                        size > 0 && packed[2 * size - 2] == x && packed[2 * size - 1] == y;
                // What remains to come may be needed to reach the minimum.
                if (!repeated || size + from.size() - i <= minimum) {
                    packed[2 * size] = x;
                    packed[2 * size + 1] = y;
                    size++;
                }
            }
            return new PackedCoordinateSequence.Double(Arrays.copyOf(packed, 2 * size), 2, 0);
        }
    }
}
