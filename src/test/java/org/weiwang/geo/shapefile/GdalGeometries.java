package org.weiwang.geo.shapefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.weiwang.geo.Gdal;

/** The geometries of a shapefile as GDAL reads them. */
final class GdalGeometries {
    private static final Pattern HEX_WKB = Pattern.compile("\\b01[0-9A-F]{40,}\\b");

    private GdalGeometries() {}

    /** The geometries that are not null, bit by bit, in the types that the reader gives. */
    static List<Geometry> of(Path shp) throws Exception {
        Matcher hex =
                HEX_WKB.matcher(
                        Gdal.run(
                                "ogr2ogr",
                                "-f",
                                "PGDump",
                                "-nlt",
                                "GEOMETRY",
                                "/vsistdout/",
                                shp.toString()));
        List<Geometry> geometries = new ArrayList<>();
        while (hex.find()) {
            geometries.add(multi(hex.group()));
        }
        return geometries;
    }

    private static Geometry multi(String hex) throws ParseException {
        Geometry geometry = new WKBReader().read(WKBReader.hexToBytes(hex));
        if (geometry instanceof Polygon polygon) {
            return polygon.getFactory().createMultiPolygon(new Polygon[] {polygon});
        }
        if (geometry instanceof LineString line) {
            return line.getFactory().createMultiLineString(new LineString[] {line});
        }
        return geometry;
    }
}
