package org.weiwang.store;

import org.locationtech.jts.geom.Geometry;
import org.weiwang.feature.Row;

/** A feature as it was read. */
final class StoredRow implements Row {
    private final String id;
    private final Geometry geometry;
    private final Object[] values;

    /**
     * @param geometry null where it has none
     * @param values in the order of the properties; not to be changed from here on
     */
    StoredRow(String id, Geometry geometry, Object[] values) {
        this.id = id;
        this.geometry = geometry;
        this.values = values;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public Object value(int index) {
        return values[index];
    }
}
