package org.weiwang.edition.comparing;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.Overlay;
import org.weiwang.grid.check.Measure;

/**
 * The ground that a grid gained and lost, longitude and latitude in degrees; one of the two may be
 * empty. Only pieces that {@linkplain Measure#counts count} are in it, since a boundary that was
 * not redrawn may come back a little off, with slivers between its two states:
 *
 * <ul>
 *   <li>the lattice moves a vertex by up to 0.07 mm, and a file that rounds to millimetres by up to
 *       0.7 mm, so that slivers are up to 1.5 mm wide;
 *   <li>a vertex that was put on an edge which is straight in the hand-over's plane lies beside the
 *       edge that is straight in degrees, in the middle of l metres along a parallel by l²·tan
 *       (latitude)/(8·Earth's radius), so that slivers are 6 mm wide for a kilometre at 30°N and 5
 *       cm for three.
 * </ul>
 *
 * <p>A surveyed boundary is good for about 5 cm itself. A piece that counts does so whole, with the
 * slivers that it runs out into.
 */
public record Reshaping(MultiPolygon gained, MultiPolygon lost) {
    /** Empty when the two differ by nothing that counts. */
    public static Optional<Reshaping> of(MultiPolygon before, MultiPolygon after) {
        if (before.equalsExact(after)) {
            return Optional.empty();
        }
        Reshaping reshaping = new Reshaping(without(after, before), without(before, after));
        return reshaping.gained.isEmpty() && reshaping.lost.isEmpty()
                ? Optional.empty()
                : Optional.of(reshaping);
    }

    private static MultiPolygon without(Geometry whole, Geometry part) {
        return Overlay.multiPolygon(
                Overlay.difference(whole, part).stream()
                        .filter(piece -> Measure.counts(EqualArea.plane(piece)))
                        .toList());
    }
}
