package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Union;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** Finds where a district and a neighbouring one do not fit. Thread-safe. */
public final class NeighbourCheck {
    /** Ground between two districts that lie farther apart, in metres, is another's. */
    private static final double APART = 50;

    /** A degree is at least so long, in metres, where anybody lives. */
    private static final double DEGREE = 20_000;

    /** Corners stay corners. */
    private static final BufferParameters CORNERS =
            new BufferParameters(
                    BufferParameters.DEFAULT_QUADRANT_SEGMENTS,
                    BufferParameters.CAP_FLAT,
                    BufferParameters.JOIN_MITRE,
                    BufferParameters.DEFAULT_MITRE_LIMIT);

    private final String edition;
    private final Places places;
    private final MultiPolygon ours;
    private final MultiPolygon theirs;

    private NeighbourCheck(String edition, List<Ground> communities, List<MultiPolygon> theirs) {
        this.edition = edition;
        this.places = new Places(communities);
        this.ours = Union.of(communities.stream().map(Ground::shape).toList());
        this.theirs = Union.of(theirs);
    }

    /**
     * Finds ground that both have, and ground between them that neither has; whatever is a sliver
     * is left out.
     *
     * @param edition id of the neighbour's edition, which becomes the findings' detail
     * @param theirs its communities, valid, longitude and latitude in degrees
     * @param ours grids of which the communities are compared
     * @return {@code NEIGHBOUR_OVERLAP} and {@code NEIGHBOUR_GAP}, each with our communities there,
     *     in the order of {@link CoverageCheck#check}
     */
    public static List<Finding> check(String edition, List<MultiPolygon> theirs, List<Grid> ours) {
        List<Grid> communities =
                ours.stream().filter(grid -> grid.level() == Level.COMMUNITY).toList();
        NeighbourCheck check =
                new NeighbourCheck(edition, Soundness.of(communities).grounds(), theirs);
        return Stream.concat(check.overlaps(), check.gaps()).sorted(Order.OF_FINDINGS).toList();
    }

    private Stream<Finding> overlaps() {
        return Piece.each(Overlay.intersection(ours, theirs)).stream()
                .filter(piece -> !piece.isSliver())
                .map(
                        piece ->
                                finding(
                                        FindingKind.NEIGHBOUR_OVERLAP,
                                        piece,
                                        shape -> overlap(shape, piece)));
    }

    private Stream<Finding> gaps() {
        List<Polygon> between = Overlay.difference(closed(), ours);
        between = Overlay.difference(Overlay.multiPolygon(between), theirs);
        List<Polygon> rounded = between.stream().flatMap(NeighbourCheck::withoutSpikes).toList();
        return Piece.each(rounded).stream()
                .filter(piece -> !piece.isSliver())
                .filter(this::isBetween)
                .map(
                        piece ->
                                finding(
                                        FindingKind.NEIGHBOUR_GAP,
                                        piece,
                                        new Contact(piece.area())::borders));
    }

    /** Where no disc of this diameter gets in from outside, and both where they are near. */
    private Geometry closed() {
        List<Polygon> near = new ArrayList<>(near(ours, theirs));
        near.addAll(near(theirs, ours));
        MultiPolygon both = Overlay.union(near);
        EqualArea projection = EqualArea.around(both);
        Geometry closed = projection.project(both).buffer(APART / 2).buffer(-APART / 2);
        return projection.unproject(closed);
    }

    private static List<Polygon> near(MultiPolygon some, MultiPolygon others) {
        Envelope box = others.getEnvelopeInternal().copy();
        box.expandBy(2 * APART / DEGREE);
        return Overlay.intersection(some, some.getFactory().toGeometry(box));
    }

    /** Closing leaves some by rounding, which run far along both. */
    private static Stream<Polygon> withoutSpikes(Polygon piece) {
        EqualArea projection = EqualArea.around(piece);
        Geometry core = projection.project(piece).buffer(-Measure.NARROWEST / 2);
        Geometry rounded = BufferOp.bufferOp(core, Measure.NARROWEST / 2, CORNERS);
        return Overlay.polygons(projection.unproject(rounded)).stream();
    }

    /** Not so a corner that opens to ground of others, where three districts meet. */
    private boolean isBetween(Piece piece) {
        Contact contact = new Contact(piece.area());
        double ofOurs = contact.along(ours);
        double ofTheirs = contact.along(theirs);
        double around = EqualArea.plane(piece.area()).getLength();
        return contact.borders(ours)
                && contact.borders(theirs)
                && around - ofOurs - ofTheirs <= (ofOurs + ofTheirs) / 2;
    }

    private static boolean overlap(MultiPolygon shape, Piece piece) {
        return Piece.squareMetres(Overlay.intersection(shape, piece.area())) > 0;
    }

    private Finding finding(FindingKind kind, Piece piece, Predicate<MultiPolygon> isThere) {
        return new Subject(Level.COMMUNITY, places.codes(piece, isThere))
                .ground(kind, piece, edition);
    }
}
