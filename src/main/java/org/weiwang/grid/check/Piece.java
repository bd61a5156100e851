package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Overlay;

/**
 * Ground that counts, measured.
 *
 * @param area longitude and latitude in degrees
 * @param width in metres, the diameter of the largest disc that fits in, to a fiftieth; never below
 *     {@link Measure#NARROWEST}
 * @param at the disc's centre
 */
record Piece(MultiPolygon area, double width, double squareMetres, LonLat at) {
    /** How exactly a disc's radius is found, as a share of what it is at least. */
    private static final double EXACTNESS = 0.02;

    private record Disc(double width, LonLat at) {}

    /** Each piece that counts. */
    static List<Piece> each(Collection<Polygon> pieces) {
        return pieces.stream().flatMap(piece -> together(List.of(piece)).stream()).toList();
    }

    /** All that count, as one; empty where none does. */
    static Optional<Piece> together(Collection<Polygon> pieces) {
        List<Polygon> counting = new ArrayList<>();
        double squareMetres = 0;
        Disc widest = new Disc(0, null);
        for (Polygon piece : pieces) {
            EqualArea projection = EqualArea.around(piece);
            Geometry plane = projection.project(piece);
            if (Measure.counts(plane)) {
                counting.add(piece);
                squareMetres += plane.getArea();
                Disc disc = disc(plane, projection);
                widest = disc.width > widest.width ? disc : widest;
            }
        }
        return counting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Piece(
                                Overlay.multiPolygon(counting),
                                widest.width,
                                squareMetres,
                                widest.at));
    }

    boolean isSliver() {
        return width < Measure.SLIVER;
    }

    private static Disc disc(Geometry plane, EqualArea projection) {
        // No less than half of what is as wide on average as the piece fits in.
        double least = plane.getArea() / plane.getLength();
        MaximumInscribedCircle circle = new MaximumInscribedCircle(plane, EXACTNESS * least);
        double width = 2 * circle.getRadiusLine().getLength();
        Point centre = (Point) projection.unproject(circle.getCenter());
        return new Disc(
                Math.max(width, Measure.NARROWEST),
                new LonLat(Lattice.snap(centre.getX()), Lattice.snap(centre.getY())));
    }
}
