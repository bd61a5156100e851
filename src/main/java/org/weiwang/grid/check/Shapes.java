package org.weiwang.grid.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Wgs84;

/**
 * What is wrong with one geometry by itself.
 *
 * @param valid the geometry or, where it is invalid, a proposal for it, which may be empty
 */
record Shapes(MultiPolygon valid, List<Finding> findings) {
    private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);
    private static final MultiPolygon NONE = Wgs84.FACTORY.createMultiPolygon();

    /**
     * @param shape longitude and latitude in degrees; null counts as empty
     */
    static Shapes check(Subject subject, MultiPolygon shape) {
        if (shape == null || shape.isEmpty()) {
            return new Shapes(
                    NONE, List.of(subject.fact(FindingKind.EMPTY_GEOMETRY, null, null, null)));
        }
        if (!EARTH.contains(shape.getEnvelopeInternal())) {
            String reason = "Position off the earth";
            return new Shapes(
                    NONE, List.of(subject.fact(FindingKind.INVALID_GEOMETRY, null, null, reason)));
        }
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error == null) {
            return new Shapes(shape, separate(subject, shape).stream().toList());
        }
        MultiPolygon proposal = Overlay.valid(shape);
        return new Shapes(proposal, List.of(invalid(subject, shape, error, proposal)));
    }

    private static Finding invalid(
            Subject subject,
            MultiPolygon shape,
            TopologyValidationError error,
            MultiPolygon proposal) {
        Optional<Piece> piece = Piece.together(Overlay.polygons(proposal));
        return new Finding(
                FindingKind.INVALID_GEOMETRY,
                subject.level(),
                subject.grids(),
                place(shape, error),
                piece.isPresent() ? proposal : null,
                piece.map(Piece::width).orElse(null),
                piece.map(Piece::squareMetres).orElse(null),
                null,
                error.getMessage());
    }

    /** JTS may name none, or one that is not on the earth; then the first vertex is. */
    private static LonLat place(MultiPolygon shape, TopologyValidationError error) {
        Coordinate named = error.getCoordinate();
        Coordinate at = named != null && EARTH.contains(named) ? named : shape.getCoordinate();
        return new LonLat(at.x, at.y);
    }

    /**
     * @param valid its parts share no edge
     */
    private static Optional<Finding> separate(Subject subject, MultiPolygon valid) {
        if (valid.getNumGeometries() < 2) {
            return Optional.empty();
        }
        List<Piece> parts = Piece.each(Overlay.polygons(valid));
        return parts.stream()
                .min(Comparator.comparingDouble(Piece::squareMetres))
                .filter(smallest -> parts.size() > 1)
                .map(
                        smallest ->
                                subject.fact(
                                        FindingKind.SEPARATE_PARTS,
                                        smallest.at(),
                                        (long) parts.size(),
                                        null));
    }
}
