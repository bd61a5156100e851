package org.weiwang.feature.file;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Row;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;

/**
 * What a file is to hold.
 *
 * @param title in Chinese
 * @param epsg the code of the reference system
 * @param crs the system of this code, in which the file holds the geometries
 * @param rows in degrees, as their interface says; asked for once
 */
public record Layer(
        FeatureType type, String title, int epsg, Crs crs, Iterable<? extends Row> rows) {
    /** The column of the features' ids. */
    static final String ID = "id";

    /** The names, in small letters, that one format or another needs for itself. */
    private static final Set<String> TAKEN =
            Set.of(ID, "fid", "geom", "wkt", "lon", "lat", "x", "y");

    /**
     * @throws IllegalArgumentException when a property has a name that a format needs for itself
     */
    public Layer {
        Objects.requireNonNull(title);
        for (Property property : type.properties()) {
            if (TAKEN.contains(property.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        type.id() + " cannot have a property " + property.name() + " in a file");
            }
        }
    }

    /** The row's geometry in the layer's reference system; null where it has none. */
    Geometry geometry(Row row) throws CrsException {
        return row.geometry() == null ? null : crs.fromWgs84(row.geometry());
    }
}
