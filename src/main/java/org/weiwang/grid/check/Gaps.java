package org.weiwang.grid.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Level;

/**
 * Ground that no grid of a level covers.
 *
 * @param level the level
 * @param places of its grids
 */
record Gaps(Level level, Places places) {
    /** What a parent has of a piece. */
    private record Share(Ground parent, double squareMetres) {
        Share(Ground parent, Piece piece) {
            this(parent, Piece.squareMetres(Overlay.intersection(parent.shape(), piece.area())));
        }

        /** So that rounding does not decide which of two is larger. */
        long rounded() {
            return Math.round(squareMetres);
        }

        boolean isWholeParent(Piece piece) {
            // Of most it is known at once, without looking at what else there is of them.
            return 2 * squareMetres > EqualArea.squareMetres(parent.shape())
                    && Piece.squareMetres(Overlay.difference(parent.shape(), piece.area())) == 0;
        }
    }

    /**
     * Of a level that is not to fill another. Ground that one grid alone lies around is no gap: it
     * was left out of that grid, as an enclave is.
     *
     * @param coverage of the level
     */
    List<Finding> between(Coverage coverage) {
        return Overlay.polygons(coverage.ground()).stream()
                .flatMap(Gaps::holes)
                .toList()
                .parallelStream()
                .flatMap(hole -> Piece.each(within(hole)).stream())
                .map(this::gap)
                .filter(gap -> gap.grids().size() > 1)
                // What islands lie around is in the hole around them, too.
                .distinct()
                .toList();
    }

    /**
     * The ground in and beside a hole that no grid has, to which the hole's own outline may not be
     * true; there may be islands in it.
     */
    private List<Polygon> within(Polygon hole) {
        Geometry wider = hole.buffer(Sum.NEAR);
        List<Polygon> covered =
                places.near(wider.getEnvelopeInternal()).stream()
                        .flatMap(ground -> Overlay.intersection(ground.shape(), wider).stream())
                        .toList();
        return Overlay.difference(wider, Overlay.union(covered));
    }

    private static Stream<Polygon> holes(Polygon polygon) {
        return IntStream.range(0, polygon.getNumInteriorRing())
                .mapToObj(polygon::getInteriorRingN)
                .map(Wgs84.FACTORY::createPolygon);
    }

    /**
     * @param open ground of the level above that this one does not cover
     * @param parents the places of the level above
     * @param above that of the level above
     */
    List<Finding> open(List<Piece> open, Places parents, Coverage above) {
        Geometry rim =
                Wgs84.FACTORY.createMultiLineString(
                        Overlay.polygons(above.ground()).stream()
                                .map(Polygon::getExteriorRing)
                                .toArray(LinearRing[]::new));
        return open.parallelStream().map(piece -> open(piece, parents, rim)).toList();
    }

    private Finding open(Piece piece, Places parents, Geometry rim) {
        List<Share> shares =
                parents.near(piece.area().getEnvelopeInternal()).stream()
                        .map(parent -> new Share(parent, piece))
                        .filter(share -> share.squareMetres > 0)
                        .sorted(
                                Comparator.comparing(Share::rounded)
                                        .reversed()
                                        .thenComparing(share -> share.parent.code()))
                        .toList();
        if (!new Contact(piece.area()).touches(rim)
                && shares.stream().noneMatch(share -> share.isWholeParent(piece))) {
            return gap(piece);
        }
        List<String> codes = shares.stream().map(share -> share.parent.code()).distinct().toList();
        return new Subject(Hierarchy.above(level), codes)
                .ground(
                        FindingKind.PARENT_NOT_FILLED,
                        FindingKind.PARENT_NOT_FILLED_SLIVER,
                        piece,
                        null);
    }

    private Finding gap(Piece piece) {
        List<String> around = places.codes(piece, new Contact(piece.area())::borders);
        return new Subject(level, around)
                .ground(FindingKind.GAP, FindingKind.GAP_SLIVER, piece, null);
    }
}
