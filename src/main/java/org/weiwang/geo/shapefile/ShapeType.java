package org.weiwang.geo.shapefile;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;

/** What a shapefile holds. Heights and measures, where a file has them, are left out. */
public enum ShapeType {
    POINT(1, Point.class),
    POLYLINE(3, Lineal.class),
    POLYGON(5, Polygonal.class);

    private final int code;
    private final Class<?> geometries;

    ShapeType(int code, Class<?> geometries) {
        this.code = code;
        this.geometries = geometries;
    }

    int code() {
        return code;
    }

    boolean holds(Geometry geometry) {
        return geometries.isInstance(geometry);
    }

    /** The type for a code of the format, those with Z (11, 13, 15) and M (21, 23, 25) included. */
    static Optional<ShapeType> of(int code) {
        return switch (code) {
            case 1, 11, 21 -> Optional.of(POINT);
            case 3, 13, 23 -> Optional.of(POLYLINE);
            case 5, 15, 25 -> Optional.of(POLYGON);
            default -> Optional.empty();
        };
    }
}
