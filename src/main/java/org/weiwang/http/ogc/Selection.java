package org.weiwang.http.ogc;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
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

    /** Whether nothing can be in it, wherever it lies. */
    boolean isNowhere() {
        return box != null && box.box().isEmpty();
    }

    /** A box outside of which there is nothing; empty where none is known. */
    Optional<Bbox> near() {
        if (box != null) {
            return box.box();
        }
        Envelope around = filter == null ? null : filter.box();
        return around == null || around.isNull() ? Optional.empty() : Optional.of(Bbox.of(around));
    }
}
