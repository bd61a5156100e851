package org.weiwang.address.index;

import java.io.IOException;
import org.apache.lucene.index.NumericDocValues;
import org.weiwang.geo.LonLat;

/** Where documents are. */
final class Degrees {
    private Degrees() {}

    static LonLat point(NumericDocValues lons, NumericDocValues lats, int document)
            throws IOException {
        if (!lons.advanceExact(document) || !lats.advanceExact(document)) {
            return null;
        }
        return new LonLat(
                Double.longBitsToDouble(lons.longValue()),
                Double.longBitsToDouble(lats.longValue()));
    }
}
