package org.weiwang.feature.file;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Property.Type;
import org.weiwang.feature.Row;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;

/**
 * Layers with whatever a file may get wrong, near 103°30′E: both zones of three degrees have it.
 */
final class Sample {
    static final List<Property> PROPERTIES =
            List.of(
                    new Property("name", "名称", Type.STRING),
                    new Property("households", "户数", Type.INTEGER),
                    new Property("areaHectares", "面积", Type.NUMBER),
                    new Property("areaHectaresBuilt", "建成面积", Type.NUMBER),
                    new Property("dedicated", "是否专属", Type.BOOLEAN),
                    new Property("effectiveFrom", "生效时间", Type.TIMESTAMP));

    private static final List<List<Object>> VALUES =
            List.of(
                    Arrays.asList(
                            "鹤山街道,\"一\"网格",
                            412,
                            12.5,
                            0.0625,
                            true,
                            Instant.parse("2026-03-01T00:00:00Z")),
                    Arrays.asList(null, null, null, null, null, null),
                    Arrays.asList(
                            "二\u3007二六𠮷",
                            -3_000_000_000L,
                            -1e-7,
                            1234567.25,
                            false,
                            Instant.parse("2026-03-01T08:09:10.125Z")));

    private Sample() {}

    static Layer layer(GeometryType geometry, int epsg) throws CrsException {
        return layer(geometry, epsg, rows(geometry));
    }

    static Layer layer(GeometryType geometry, int epsg, Iterable<? extends Row> rows)
            throws CrsException {
        return new Layer(
                new FeatureType("micro-grids", geometry, PROPERTIES),
                "微网格",
                epsg,
                Crs.epsg(epsg),
                rows);
    }

    static List<TestRow> rows(GeometryType geometry) {
        List<String> shapes =
                switch (geometry) {
                    case POINT ->
                            List.of(
                                    "POINT (103.5 30.2)",
                                    "POINT (103.4999999 30.1234567)",
                                    "POINT (103.51 30.3)");
                    case MULTI_LINE_STRING ->
                            List.of(
                                    "MULTILINESTRING ((103.5 30.2, 103.51 30.21, 103.52 30.2))",
                                    "MULTILINESTRING ((103.5 30.3, 103.51 30.3),"
                                            + " (103.4 30.3, 103.41 30.31))",
                                    "MULTILINESTRING ((103.5 30.1, 103.4999999 30.1234567))");
                    case MULTI_POLYGON ->
                            List.of(
                                    // With a hole.
                                    "MULTIPOLYGON (((103.5 30.2, 103.5 30.3, 103.6 30.3,"
                                            + " 103.6 30.2, 103.5 30.2), (103.52 30.22,"
                                            + " 103.54 30.22, 103.54 30.24, 103.52 30.22)))",
                                    // An island in a hole.
                                    "MULTIPOLYGON (((103.4 30.2, 103.4 30.3, 103.5 30.3,"
                                            + " 103.5 30.2, 103.4 30.2), (103.42 30.22,"
                                            + " 103.48 30.22, 103.48 30.28, 103.42 30.28,"
                                            + " 103.42 30.22)), ((103.44 30.24, 103.44 30.26,"
                                            + " 103.46 30.26, 103.44 30.24)))",
                                    "MULTIPOLYGON (((103.4999999 30.1, 103.5 30.1234567,"
                                            + " 103.51 30.1, 103.4999999 30.1)))");
                };
        return List.of(row(0, shapes.get(0)), row(1, shapes.get(1)), row(2, shapes.get(2)));
    }

    private static TestRow row(int i, String wkt) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            return new TestRow("51013110100" + i, geometry, VALUES.get(i));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    record TestRow(String id, Geometry geometry, List<Object> values) implements Row {
        @Override
        public Object value(int index) {
            return values.get(index);
        }
    }
}
