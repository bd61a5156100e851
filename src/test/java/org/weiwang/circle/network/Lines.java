package org.weiwang.circle.network;

import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

/** Lines near Chengdu, in units of a ten-thousandth of a degree: 9.6 m east, 11.1 m north. */
final class Lines {
    static final double UNIT = 1e-4;

    /** So much of a unit of latitude is a metre. */
    static final double METRE = 1 / 11.0863;

    private static final double LON = 104;
    private static final double LAT = 30.6;

    private Lines() {}

    /**
     * @param xy of each point
     */
    static LineString line(double... xy) {
        double[] packed = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            packed[i] = LON + xy[i] * UNIT;
            packed[i + 1] = LAT + xy[i + 1] * UNIT;
        }
        return Wgs84.FACTORY.createLineString(new PackedCoordinateSequence.Double(packed, 2, 0));
    }

    static LonLat point(double x, double y) {
        return new LonLat(LON + x * UNIT, LAT + y * UNIT);
    }

    /** How many ends of edges meet at the place, at whichever node has most; 0 without a node. */
    static int degree(WalkNetwork network, double x, double y) {
        int degree = 0;
        for (int node = 0; node < network.nodeCount(); node++) {
            LonLat at = network.node(node);
            if (Steps.of(at.lon()) == Steps.of(LON + x * UNIT)
                    && Steps.of(at.lat()) == Steps.of(LAT + y * UNIT)) {
                degree = Math.max(degree, network.degree(node));
            }
        }
        return degree;
    }
}
