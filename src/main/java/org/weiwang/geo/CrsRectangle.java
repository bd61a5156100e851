package org.weiwang.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A rectangle in a reference system, known in longitude and latitude too. Immutable.
 *
 * @param plane in the system, easting or longitude first; a line or a point where it has no extent
 * @param outline in longitude and latitude
 * @param outer in longitude and latitude, which covers it
 * @param inner in longitude and latitude, which it covers; null where none is known
 */
record CrsRectangle(Geometry plane, Geometry outline, Envelope outer, Envelope inner) {
    /** In metres, as long as the rectangle is not longer than a thousand times that. */
    private static final double CUT = 250;

    private static final int MOST_CUTS = 1000;

    /**
     * How far an edge may swerve from the line between its ends, in degrees for each square metre
     * of its length. In Gauss-Kruger a parallel swerves by tan φ / 8R², a meridian by less: at 60°
     * north three tenths of this.
     */
    private static final double SWERVE = 1e-12;

    /** More than a position is off that was brought to a system and back, in degrees. */
    private static final double CLOSED = 1e-7;

    static CrsRectangle of(Envelope eastingFirst, ServedCrs crs) {
        Geometry plane = Wgs84.FACTORY.toGeometry(eastingFirst);
        if (crs.isInDegrees()) {
            return new CrsRectangle(plane, plane, eastingFirst, eastingFirst);
        }
        double longest = Math.max(eastingFirst.getWidth(), eastingFirst.getHeight());
        double cut = Math.max(CUT, longest / MOST_CUTS);
        double margin = CLOSED + SWERVE * cut * cut;
        Geometry outline = crs.unprojected(plane, cut);
        Envelope outer = outline.getEnvelopeInternal().copy();
        outer.expandBy(margin);
        return new CrsRectangle(plane, outline, outer, inner(eastingFirst, crs, cut, margin));
    }

    /** What lies between all points of each pair of opposite edges. */
    private static Envelope inner(Envelope e, ServedCrs crs, double cut, double margin) {
        Envelope south = edge(e.getMinX(), e.getMinY(), e.getMaxX(), e.getMinY(), crs, cut);
        Envelope north = edge(e.getMinX(), e.getMaxY(), e.getMaxX(), e.getMaxY(), crs, cut);
        Envelope west = edge(e.getMinX(), e.getMinY(), e.getMinX(), e.getMaxY(), crs, cut);
        Envelope east = edge(e.getMaxX(), e.getMinY(), e.getMaxX(), e.getMaxY(), crs, cut);
        double minX = west.getMaxX() + margin;
        double maxX = east.getMinX() - margin;
        double minY = south.getMaxY() + margin;
        double maxY = north.getMinY() - margin;
        return minX <= maxX && minY <= maxY ? new Envelope(minX, maxX, minY, maxY) : null;
    }

    private static Envelope edge(
            double x1, double y1, double x2, double y2, ServedCrs crs, double cut) {
        Geometry line =
                Wgs84.FACTORY.createLineString(
                        new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
        return crs.unprojected(line, cut).getEnvelopeInternal();
    }
}
