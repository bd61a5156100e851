package org.weiwang.edition.layer;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.feature.cql2.Filter;

/**
 * Which features of a layer are meant.
 *
 * @param area longitude and latitude in degrees; those that share a point with it are meant, and
 *     none that have no geometry; null for all
 * @param filter of the layer's type, which must be true of them; null for all
 */
public record Selection(Geometry area, Filter filter) {
    public static final Selection ALL = new Selection(null, null);

    /** The parts of the area, which may lie far from one another; none where there is none. */
    public Stream<Geometry> areas() {
        return area == null
                ? Stream.empty()
                : IntStream.range(0, area.getNumGeometries()).mapToObj(area::getGeometryN);
    }
}
