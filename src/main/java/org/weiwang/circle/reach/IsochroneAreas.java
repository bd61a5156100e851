package org.weiwang.circle.reach;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.weiwang.circle.network.EdgeLines;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.geo.Wgs84;

/**
 * The areas around what is reached: each reached part of an edge lies inside, and no point of an
 * area is farther from such a part than the given distance. What nobody reaches within a block
 * stays a hole. Thread-safe.
 */
public final class IsochroneAreas {
    /** Degrees are scaled to metres by one latitude; so much room is left for others. */
    private static final double SAFE = 0.98;

    private static final double METRES_PER_DEGREE = 111_320;

    private IsochroneAreas() {}

    /**
     * @param parts what is reached within limits that ascend, within some 50 km
     * @param distance in metres, above 0 and up to 1,000
     * @return for each limit its area, longitude and latitude in degrees; each lies in the next
     *     one, but for rounding to a micrometre
     * @throws IllegalArgumentException when the distance is not such a number
     */
    public static List<MultiPolygon> of(
            WalkNetwork network, List<List<ReachedPart>> parts, double distance) {
        if (!(distance > 0 && distance <= 1_000)) {
            throw new IllegalArgumentException(
                    "the distance must be above 0 and at most 1,000 metres, not " + distance);
        }
        List<MultiPolygon> areas = new ArrayList<>();
        Geometry before = Wgs84.FACTORY.createMultiPolygon();
        for (List<ReachedPart> within : parts) {
            Geometry area = around(network, within, distance);
            before = OverlayNGRobust.overlay(before, area, OverlayNG.UNION);
            areas.add(multi(before));
        }
        return areas;
    }

    private static Geometry around(WalkNetwork network, List<ReachedPart> parts, double distance) {
        LineString[] lines =
                parts.stream()
                        .map(part -> EdgeLines.part(network, part.edge(), part.from(), part.to()))
                        .toArray(LineString[]::new);
        Geometry all = Wgs84.FACTORY.createMultiLineString(lines);
        Envelope box = all.getEnvelopeInternal();
        double middle = Math.toRadians((box.getMinY() + box.getMaxY()) / 2);
        double east = box.isNull() ? 1 : METRES_PER_DEGREE * Math.cos(middle);
        AffineTransformation metres = AffineTransformation.scaleInstance(east, METRES_PER_DEGREE);
        AffineTransformation degrees =
                AffineTransformation.scaleInstance(1 / east, 1 / METRES_PER_DEGREE);
        return degrees.transform(metres.transform(all).buffer(SAFE * distance));
    }

    private static MultiPolygon multi(Geometry area) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return Wgs84.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
