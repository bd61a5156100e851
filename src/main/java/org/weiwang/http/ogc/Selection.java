package org.weiwang.http.ogc;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.weiwang.feature.Row;
import org.weiwang.feature.cql2.Filter;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.CrsBox;

/**
 * Which features of a collection are asked for.
 *
 * @param box null for everywhere
 * @param filter null for all
 */
record Selection(CrsBox box, Filter filter) {
    static final Selection ALL = new Selection(null, null);

    boolean isAll() {
        return box == null && filter == null;
    }

    /** Whether nothing can be in it, wherever it lies. */
    boolean isNowhere() {
        return box != null && box.box().isEmpty();
    }

    /** A box outside of which there is nothing, for an index; empty where none is known. */
    Optional<Bbox> near() {
        Envelope ofFilter = filter == null ? null : filter.box();
        if (box != null) {
            return box.box();
        }
        return ofFilter == null || ofFilter.isNull()
                ? Optional.empty()
                : Optional.of(Bbox.of(ofFilter));
    }

    boolean has(Row row) {
        return (box == null || (row.geometry() != null && box.intersects(row.geometry())))
                && (filter == null || filter.test(row));
    }
}
