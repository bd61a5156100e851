package org.weiwang.feature.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Row;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;

/** What GDAL finds in a file is what went into it. */
class FileFormatTest {
    @TempDir Path folder;
    @TempDir Path temporary;

    @ParameterizedTest
    @MethodSource("formatsAndGeometries")
    void holdsEveryValueAndGeometry(FileFormat format, GeometryType geometry) throws Exception {
        Map<String, JsonNode> features = write(format, Sample.layer(geometry, 4490)).features();

        List<Sample.TestRow> rows = Sample.rows(geometry);
        assertThat(features).hasSize(rows.size());
        for (Sample.TestRow row : rows) {
            JsonNode feature = features.get(row.id());
            assertThat(feature).as(row.id()).isNotNull();
            assertThatGeometriesAreEqual(feature, geometry, row.geometry(), 1e-14);
            for (int i = 0; i < Sample.PROPERTIES.size(); i++) {
                Property property = Sample.PROPERTIES.get(i);
                String field = name(format, i);
                assertThat(plain(property, feature.get("properties").get(field)))
                        .as(row.id() + " " + field)
                        .isEqualTo(plain(property, row.value(i)));
            }
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("formatsAndGeometries")
    void holdsWhatLiesNowhere(FileFormat format, GeometryType geometry) throws Exception {
        List<Row> rows = new ArrayList<>(Sample.rows(geometry));
        rows.add(1, new Sample.TestRow("nowhere", null, Sample.rows(geometry).get(0).values()));
        ReadByGdal file = write(format, Sample.layer(geometry, 4544, rows));
        Map<String, JsonNode> features = file.features();
        assertThat(features).hasSize(rows.size());
        assertThat(features.get("nowhere").get("geometry").isNull()).isTrue();
        assertThat(features.get("nowhere").get("properties").get("households").asInt())
                .isEqualTo(412);
        assertThat(features.get(rows.get(2).id()).get("geometry").isNull()).isFalse();
        assertThat(file.info()).contains("Feature Count: " + rows.size());
    }

    @ParameterizedTest
    @MethodSource("formatsAndSystems")
    void isInTheSystemThatItNames(FileFormat format, int epsg) throws Exception {
        GeometryType geometry = GeometryType.MULTI_POLYGON;
        ReadByGdal file = write(format, Sample.layer(geometry, epsg));
        if (format != FileFormat.CSV) {
            assertThat(file.info()).contains("ID[\"EPSG\"," + epsg + "]]");
        }
        Map<String, JsonNode> features = file.features();
        for (Row row : Sample.rows(geometry)) {
            assertThatGeometriesAreEqual(
                    features.get(row.id()),
                    geometry,
                    Crs.epsg(epsg).fromWgs84(row.geometry()),
                    1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void hasTheTypesOfItsProperties(FileFormat format) throws Exception {
        String info = write(format, Sample.layer(GeometryType.POINT, 4326)).info();
        assertThat(info).contains("Feature Count: 3");
        for (int i = 0; i < Sample.PROPERTIES.size(); i++) {
            String type =
                    switch (Sample.PROPERTIES.get(i).type()) {
                        case STRING -> "String ";
                        case INTEGER -> "Integer64 ";
                        case NUMBER -> "Real ";
                        case BOOLEAN ->
                                format == FileFormat.SHAPEFILE ? "String " : "Integer(Boolean) ";
                        case TIMESTAMP -> format == FileFormat.SHAPEFILE ? "String " : "DateTime ";
                    };
            assertThat(info).contains("\n" + name(format, i) + ": " + type);
        }
    }

    @ParameterizedTest
    @MethodSource("formatsAndGeometries")
    void keepsItsTypesWhereItIsEmpty(FileFormat format, GeometryType geometry) throws Exception {
        ReadByGdal file = write(format, Sample.layer(geometry, 4544, List.of()));
        assertThat(file.features()).isEmpty();
        String info = file.info();
        assertThat(info).contains("Feature Count: 0", "\nid: String");
        if (format != FileFormat.CSV) {
            assertThat(info).contains("\nGeometry: " + gdalName(format, geometry) + "\n");
            assertThat(info).contains("ID[\"EPSG\",4544]]", "\nhouseholds: Integer");
        }
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void leavesNothingBehindWhenTheRowsFail(FileFormat format) {
        Layer layer = layer(() -> new FailingRows(1000));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> format.write(layer, temporary, out));
        assertThat(temporary).isEmptyDirectory();
        if (format != FileFormat.CSV) {
            assertThat(out.size()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void isWrittenByManyAtOnce(FileFormat format) {
        List<Integer> sizes =
                IntStream.range(0, 8).parallel().mapToObj(i -> size(format)).distinct().toList();
        assertThat(sizes).hasSize(1);
        assertThat(temporary).isEmptyDirectory();
    }

    private int size(FileFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(Sample.layer(GeometryType.MULTI_POLYGON, 4543), temporary, out);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return out.size();
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void refusesPositionsOutsideOfTheSystem(FileFormat format) throws Exception {
        Geometry far = Sample.rows(GeometryType.POINT).get(0).geometry().copy();
        far.getCoordinate().setX(-75);
        Row row = new Sample.TestRow("1", far, Sample.rows(GeometryType.POINT).get(0).values());
        Layer layer = Sample.layer(GeometryType.POINT, 4544, List.of(row));
        assertThatExceptionOfType(CrsException.class)
                .isThrownBy(() -> format.write(layer, temporary, new ByteArrayOutputStream()));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void namesAPropertyThatHasAColumnsName() {
        FeatureType type =
                new FeatureType(
                        "roads",
                        GeometryType.POINT,
                        List.of(new Property("Geom", "形状", Property.Type.STRING)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Layer(type, "道路", 4326, Crs.epsg(4326), List.of()))
                .withMessage("roads cannot have a property Geom in a file");
    }

    static Stream<Arguments> formatsAndGeometries() {
        return Stream.of(FileFormat.values())
                .flatMap(f -> Stream.of(GeometryType.values()).map(g -> Arguments.of(f, g)));
    }

    static Stream<Arguments> formatsAndSystems() {
        return Stream.of(FileFormat.values())
                .flatMap(
                        f ->
                                Stream.of(4326, 4490, 3857, 4543, 4544, 4507)
                                        .map(epsg -> Arguments.of(f, epsg)));
    }

    private ReadByGdal write(FileFormat format, Layer layer) throws Exception {
        return ReadByGdal.write(format, layer, folder, temporary);
    }

    private static Layer layer(Iterable<Row> rows) {
        try {
            return Sample.layer(GeometryType.POINT, 4326, rows);
        } catch (CrsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertThatGeometriesAreEqual(
            JsonNode feature, GeometryType type, Geometry expected, double tolerance)
            throws Exception {
        Geometry actual = ReadByGdal.geometry(feature, type);
        assertThat(actual.norm().equalsExact(expected.norm(), tolerance))
                .as("%s is %s", actual, expected)
                .isTrue();
    }

    private static String name(FileFormat format, int property) {
        String name = Sample.PROPERTIES.get(property).name();
        if (format != FileFormat.SHAPEFILE) {
            return name;
        }
        return switch (name) {
            case "areaHectares" -> "areaHectar";
            case "areaHectaresBuilt" -> "areaHect_1";
            case "effectiveFrom" -> "effectiveF";
            default -> name;
        };
    }

    /** Alike for a value that was written and for one that was read. */
    private static Object plain(Property property, Object value) {
        if (value == null || value instanceof JsonNode json && json.isNull()) {
            return null;
        }
        String text = value instanceof JsonNode json ? json.asText() : value.toString();
        return switch (property.type()) {
            case STRING, BOOLEAN -> text;
            case INTEGER -> Long.valueOf(text);
            case NUMBER -> Double.valueOf(text);
            case TIMESTAMP -> Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text));
        };
    }

    private static String gdalName(FileFormat format, GeometryType geometry) {
        return switch (geometry) {
            case POINT -> "Point";
            case MULTI_LINE_STRING ->
                    format == FileFormat.SHAPEFILE ? "Line String" : "Multi Line String";
            case MULTI_POLYGON -> format == FileFormat.SHAPEFILE ? "Polygon" : "Multi Polygon";
        };
    }

    /** Some rows, and then none where there should be one. */
    private static final class FailingRows implements Iterator<Row> {
        private int left;

        FailingRows(int left) {
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Row next() {
            if (left-- == 0) {
                throw new NoSuchElementException();
            }
            return Sample.rows(GeometryType.POINT).get(0);
        }
    }
}
