package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    /** Each piece that counts. */
    static List<Piece> each(Collection<Polygon> pieces) {
        return pieces.stream().flatMap(piece -> together(List.of(piece)).stream()).toList();
    }

    /** All that count, as one; empty where none does. */
    static Optional<Piece> together(Collection<Polygon> pieces) {
        List<Polygon> counting = new ArrayList<>();
        double squareMetres = 0;
        double width = 0;
        LonLat at = null;
        for (Polygon piece : pieces) {
            EqualArea projection = EqualArea.around(piece);
            Geometry plane = projection.project(piece);
            if (Measure.counts(plane)) {
                counting.add(piece);
                squareMetres += plane.getArea();
                Disc disc = Disc.in(plane);
                if (at == null || disc.width() > width) {
                    width = disc.width();
                    at = lonLat((Point) projection.unproject(disc.centre()));
                }
            }
        }
        return counting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Piece(
                                Overlay.multiPolygon(counting),
                                Math.max(width, Measure.NARROWEST),
                                squareMetres,
                                at));
    }

    /** Of all that count. */
    static double squareMetres(Collection<Polygon> pieces) {
        return pieces.stream()
                .map(EqualArea::plane)
                .filter(Measure::counts)
                .mapToDouble(Geometry::getArea)
                .sum();
    }

    boolean isSliver() {
        return width < Measure.SLIVER;
    }

    private static LonLat lonLat(Point centre) {
        return new LonLat(Lattice.snap(centre.getX()), Lattice.snap(centre.getY()));
    }
}
