package org.weiwang.geo.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.geo.Crs;
import org.weiwang.geo.Gdal;
import org.weiwang.geo.file.Shape;

/** Our files read by us and by GDAL, GDAL's files read by us: always the same shapes and values. */
class ShapefileRoundTripTest {
    private static final Map<ShapeType, List<String>> SHAPES =
            Map.of(
                    ShapeType.POLYGON,
                    Arrays.asList(
                            "MULTIPOLYGON (((355553.123456789 3343235.1, 355600 3343300,"
                                    + " 355653.3 3343235.7, 355553.123456789 3343235.1)))",
                            // A hole.
                            "MULTIPOLYGON (((0 0, 0 100, 100 100, 100 0, 0 0),"
                                    + " (10 10, 20 10, 20 20, 10 20, 10 10)))",
                            // An island in a hole, and a hole in the island.
                            "MULTIPOLYGON (((0 0, 0 100, 100 100, 100 0, 0 0),"
                                    + " (10 10, 90 10, 90 90, 10 90, 10 10)),"
                                    + " ((20 20, 20 80, 80 80, 80 20, 20 20),"
                                    + " (30 30, 40 30, 40 40, 30 40, 30 30)))",
                            // Parts apart, each with a hole that touches its edge in one point.
                            "MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0), (0 0, 5 3, 3 5, 0 0)),"
                                    + " ((20 0, 20 10, 30 10, 30 0, 20 0),"
                                    + " (20 0, 25 3, 23 5, 20 0)))",
                            null,
                            // Not valid, and readable all the same.
                            "MULTIPOLYGON (((0 0, 0 11, 10 0, 10 10, 0 0)))",
                            // Clockwise by its area, though not at its highest corner.
                            "MULTIPOLYGON (((0 0, 55 80, 60 95, 50 99, 40 95, 45 80, 90 0, 0 0)),"
                                    + " ((200 0, 200 9, 210 9, 210 0, 200 0)))"),
                    ShapeType.POLYLINE,
                    Arrays.asList(
                            "MULTILINESTRING ((0.1 0.2, 10.3 10.4, 20 0))",
                            "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6, 7 5))",
                            null),
                    ShapeType.POINT,
                    Arrays.asList("POINT (355553.123456789 3343235.1)", null, "POINT (1 2)"));

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "POLYGON, GBK",
        "POLYGON, GB18030",
        "POLYGON, UTF-8",
        "POLYLINE, GBK",
        "POLYLINE, UTF-8",
        "POINT, GBK",
        "POINT, UTF-8"
    })
    void readsWhatItWroteAsGdalDoes(ShapeType type, String charset) throws Exception {
        Path shp = write(type, Charset.forName(charset));

        assertThatRecordsAreRead(shp, type);
        assertThatGdalReadsTheSame(shp);
        List<String> csv =
                Gdal.run("ogr2ogr", "-f", "CSV", "/vsistdout/", shp.toString()).lines().toList();
        assertThat(csv)
                .startsWith("名称,户数,AREA", "\"鹤山,街道\",\"-42\",1234.5000", ",,")
                .hasSize(1 + SHAPES.get(type).size());
        assertThat(Gdal.run("ogrinfo", "-so", "-al", shp.toString())).contains("ID[\"EPSG\",4544]");
    }

    @ParameterizedTest
    @CsvSource({
        "POLYGON, GBK, XY", "POLYGON, UTF-8, XYZ", "POLYGON, GBK, XYM",
        "POLYLINE, UTF-8, XY", "POLYLINE, GBK, XYZ", "POLYLINE, GBK, XYM",
        "POINT, GBK, XY", "POINT, GBK, XYZ", "POINT, GBK, XYM"
    })
    void readsWhatGdalWrote(ShapeType type, String charset, String dimension) throws Exception {
        Path theirs = folder.resolve("theirs.shp");
        Gdal.run(
                "ogr2ogr",
                "-dim",
                dimension,
                "-lco",
                "ENCODING=" + charset,
                theirs.toString(),
                write(type, StandardCharsets.UTF_8).toString());

        assertThatRecordsAreRead(theirs, type);
        assertThatGdalReadsTheSame(theirs);
    }

    @ParameterizedTest
    @EnumSource(ShapeType.class)
    void keepsEveryBitOfEveryCoordinate(ShapeType type) throws Exception {
        Path first = write(type, StandardCharsets.UTF_8);
        byte[] bytes = Files.readAllBytes(first);
        List<Shape> shapes = read(first);
        Path second = folder.resolve("second.shp");
        try (ShapefileWriter writer = create(second, type, StandardCharsets.UTF_8)) {
            for (Shape shape : shapes) {
                writer.write(shape.geometry(), Arrays.asList("", 0, 0));
            }
        }
        assertThat(Files.readAllBytes(second)).isEqualTo(bytes);
    }

    private static void assertThatRecordsAreRead(Path shp, ShapeType type) throws Exception {
        List<Shape> shapes = read(shp);
        List<String> expected = SHAPES.get(type);
        assertThat(shapes).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Shape shape = shapes.get(i);
            assertThat(shape.number()).isEqualTo(i + 1);
            assertThat((Object) shape.geometry()).isEqualTo(geometry(expected.get(i)));
            assertThat(shape.attributes())
                    .containsExactlyEntriesOf(
                            i == 1 ? attributes("", "", "") : attributes("鹤山,街道", "-42", "1234.5"));
        }
    }

    private static void assertThatGdalReadsTheSame(Path shp) throws Exception {
        List<Geometry> ours =
                read(shp).stream().map(Shape::geometry).filter(Objects::nonNull).toList();
        List<Geometry> theirs = GdalGeometries.of(shp);
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i).equalsExact(theirs.get(i)))
                    .as("%s as GDAL's %s", ours.get(i), theirs.get(i))
                    .isTrue();
        }
    }

    private static Map<String, String> attributes(String name, String households, String area) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("名称", name);
        attributes.put("户数", households);
        attributes.put("AREA", area);
        return attributes;
    }

    private Path write(ShapeType type, Charset charset) throws Exception {
        Path shp = folder.resolve("ours.shp");
        try (ShapefileWriter writer = create(shp, type, charset)) {
            int i = 0;
            for (String wkt : SHAPES.get(type)) {
                writer.write(
                        geometry(wkt),
                        i++ == 1 ? Collections.nCopies(3, null) : List.of("鹤山,街道", -42, 1234.5));
            }
        }
        return shp;
    }

    private static ShapefileWriter create(Path shp, ShapeType type, Charset charset)
            throws Exception {
        return ShapefileWriter.create(
                shp,
                type,
                Crs.epsg(4544),
                charset,
                List.of(
                        Field.text("名称", 20),
                        Field.number("户数", 6, 0),
                        Field.number("AREA", 12, 4)));
    }

    private static Geometry geometry(String wkt) throws ParseException {
        return wkt == null ? null : new WKTReader().read(wkt);
    }

    /** With whatever the files themselves name. */
    static ShapefileReader open(Path shp) throws IOException {
        return ShapefileReader.open(shp, new ShapefileReader.Options(null, null));
    }

    static List<Shape> read(Path shp) throws Exception {
        List<Shape> shapes = new ArrayList<>();
        try (ShapefileReader reader = open(shp)) {
            for (Optional<Shape> s = reader.next(); s.isPresent(); s = reader.next()) {
                shapes.add(s.get());
            }
        }
        return shapes;
    }
}
