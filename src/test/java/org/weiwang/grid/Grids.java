package org.weiwang.grid;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.geo.Wgs84;

/** Grids of which only code and outline matter. */
final class Grids {
    private Grids() {}

    static Grid grid(String code, String wkt) {
        try {
            return grid(code, new WKTReader(Wgs84.FACTORY).read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /**
     * @param outline a polygon or several
     */
    static Grid grid(String code, Geometry outline) {
        MultiPolygon polygons =
                outline instanceof Polygon polygon
                        ? outline.getFactory().createMultiPolygon(new Polygon[] {polygon})
                        : (MultiPolygon) outline;
        return new Grid(code, Level.MICRO, code, null, "parent", null, polygons);
    }
}
