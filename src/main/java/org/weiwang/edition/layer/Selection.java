package org.weiwang.edition.layer;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.feature.cql2.Filter;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.Wgs84;

/**
 * Which features of a layer are meant.
 *
 * @param area longitude and latitude in degrees; those that share a point with it are meant, and
 *     none that have no geometry; null for all
 * @param filter of the layer's type, which must be true of them; null for all
 */
public record Selection(Geometry area, Filter filter) {
    public static final Selection ALL = new Selection(null, null);

    private static final double WORLD_EAST = 180;

    /** Those that share a point with the box. */
    public static Selection within(Bbox box) {
        boolean isCrossing = box.west() > box.east();
        return new Selection(
                isCrossing
                        ? Wgs84.FACTORY.buildGeometry(
                                Stream.of(
                                                rectangle(box, box.west(), WORLD_EAST),
                                                rectangle(box, -WORLD_EAST, box.east()))
                                        .toList())
                        : rectangle(box, box.west(), box.east()),
                null);
    }

    /** Those of them of which the filter is true. */
    public Selection matching(Filter filter) {
        return new Selection(area, filter);
    }

    /** A point or a line where the box has no extent. */
    private static Geometry rectangle(Bbox box, double west, double east) {
        return Wgs84.FACTORY.toGeometry(new Envelope(west, east, box.south(), box.north()));
    }

    /** The parts of the area, which may lie far from one another; none where there is none. */
    public Stream<Geometry> areas() {
        return area == null
                ? Stream.empty()
                : IntStream.range(0, area.getNumGeometries()).mapToObj(area::getGeometryN);
    }
}
