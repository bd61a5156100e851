package org.weiwang.geo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.geo.Crs;

class GeoJsonReaderTest {
    private static final String POINT =
            "{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"Point\",\"coordinates\":[103.5,30.2]}}";

    @TempDir private Path folder;

    @Test
    void membersMayComeInAnyOrderAndAttributesFromAnyFeature() throws Exception {
        List<Shape> shapes =
                read(
                        """
                        \uFEFF{"features":[
                          {"geometry":{"coordinates":[[[0,0,9],[1,0,9],[1,1,9],[0,0,9]]],"type":"Polygon"},
                           "properties":{"名称":" 甲 ","户数":85.0,"b":true,"n":null},"type":"Feature","id":7},
                          {"type":"Feature","geometry":null,"properties":{"x":{"a":[1,2]},"big":510131001001001001}}
                        ],"type":"FeatureCollection","extra":{"type":"x"}}
                        """);
        assertThat(shapes.get(0).geometry().toText())
                .isEqualTo("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))");
        assertThat(shapes.get(0).attributes())
                .isEqualTo(Map.of("名称", "甲", "户数", "85", "b", "true", "n", "", "x", "", "big", ""));
        assertThat((Object) shapes.get(1).geometry()).isNull();
        assertThat(shapes.get(1).attributes())
                .containsEntry("x", "{\"a\":[1,2]}")
                .containsEntry("big", "510131001001001001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"Point","coordinates":[1,2,3]}                  | POINT (1 2)
                    {"type":"Point","coordinates":[]}                       |
                    {"type":"MultiPoint","coordinates":[[1,2]]}             | POINT (1 2)
                    {"type":"LineString","coordinates":[[1,2],[3,4]]}       | MULTILINESTRING ((1 2, 3 4))
                    {"type":"LineString","coordinates":[[1,2]]}             | MULTILINESTRING ((1 2, 1 2))
                    {"type":"Polygon","coordinates":[]}                     | MULTIPOLYGON EMPTY
                    {"type":"Polygon","coordinates":[[[1,2],[3,4],[5,5]]]}  | MULTIPOLYGON (((1 2, 3 4, 5 5, 1 2)))
                    """)
    void geometriesComeOutInTheTypesThatLayersHave(String geometry, String wkt) throws Exception {
        List<Shape> shapes =
                read(collection("", POINT.replaceFirst("\\{\"type\":\"Point.*?}", geometry)));
        assertThat(Optional.ofNullable(shapes.get(0).geometry()).map(Object::toString))
                .isEqualTo(Optional.ofNullable(wkt));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4544"}}     | EPSG:4544
                    {"type":"name","properties":{"name":"EPSG:4490"}}                      | EPSG:4490
                    {"properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"},"type":"name"}  | EPSG:4326
                    """)
    void theFirstVersionsReferenceSystemIsHonoured(String crs, String name) throws Exception {
        try (GeoJsonReader reader = open(collection("\"crs\":" + crs + ",", POINT), null)) {
            assertThat(reader.crs().name()).startsWith(name + " ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    null                                                       | names no reference system; give the reference system with --crs
                    {"type":"link","properties":{"href":"http://a/b"}}         | names no reference system; give the reference system with --crs
                    {"type":"name","properties":{"name":"Xian 1980"}}          | names no reference system that can be used: "Xian 1980" is not understood; if it is known, give it with --crs
                    {"type":"name","properties":{"name":"EPSG:4610"}}          | only WGS 84 and CGCS2000 can be used
                    """)
    void oneThatIsNotKnownIsNeverIgnoredButMayBeGiven(String crs, String words) throws Exception {
        String text = collection("\"crs\":" + crs + ",", POINT);
        assertThatThrownBy(() -> open(text, null))
                .isInstanceOf(FeatureFileException.class)
                .hasMessageContaining("a.geojson ")
                .hasMessageContaining(words);
        try (GeoJsonReader reader = open(text, Crs.epsg(4544))) {
            assertThat(reader.crs().name()).startsWith("EPSG:4544");
        }
    }

    @Test
    void textMayBeInTheCharsetOfAChineseWindows() throws Exception {
        Charset gbk = Charset.forName("GBK");
        Path file = folder.resolve("a.geojson");
        Files.writeString(file, collection("", POINT.replace("null", "{\"名称\":\"甲\"}")), gbk);
        try (GeoJsonReader reader = GeoJsonReader.open(file, gbk, null)) {
            assertThat(reader.next().orElseThrow().attributes()).containsEntry("名称", "甲");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                        | does not begin with {
                    []                                                        | does not begin with {
                    {"type":"FeatureCollection","features":[                  | (line 1, column
                    {"type":"FeatureCollection","features":[]} x              | (line 1, column
                    {"type":"FeatureCollection","features":[]} {}             | something follows upon its end
                    {"type":"FeatureCollection"}                              | it has no features
                    {"features":[]}                                           | it has no type
                    {"type":"Topology","features":[]}                         | its type is Topology, not FeatureCollection
                    {"type":{"type":"FeatureCollection"},"features":[]}       | its type is {, not FeatureCollection
                    {"type":"FeatureCollection","features":{}}                | its features are no list
                    {"type":"FeatureCollection","features":[1]}               | record 1: it is no object
                    {"type":"FeatureCollection","features":[{}]}              | record 1: its type is null, not Feature
                    {"type":"FeatureCollection","features":[],"features":[]}  | Duplicate field 'features'
                    {"type":"FeatureCollection","features":[{"type":{"type":"Feature"}}]} | record 1: its type is {, not Feature
                    {"type":"FeatureCollection","features":[{"type":"Feature","properties":[]}]} | its properties are no object
                    """)
    void whatIsNoCollectionOfFeaturesIsRefused(String text, String words) {
        assertThatThrownBy(() -> open(text, null))
                .isInstanceOf(FeatureFileException.class)
                .hasMessageStartingWith("a.geojson is not GeoJSON that can be read: ")
                .hasMessageContaining(words)
                .hasMessageNotContaining("Source");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    []                                                  | its geometry is no object
                    {}                                                  | its geometry is a geometry without a type
                    {"type":"GeometryCollection","geometries":[]}       | its geometry is a GeometryCollection; only
                    {"type":"CurvePolygon","coordinates":[]}            | its geometry is a CurvePolygon; only points, lines and polygons without curves are read
                    {"type":"MultiPoint","coordinates":[[1,2],[3,4]]}   | it has 2 points, not one
                    {"type":"Point","coordinates":["1","2"]}            | its coordinates are not those of its type
                    {"type":"Point","coordinates":[1]}                  | its coordinates are not those of its type
                    {"type":"Point","coordinates":[1,[2]]}              | its coordinates are not those of its type
                    {"type":"Point","coordinates":[1e999,2]}            | a coordinate that is not a finite number
                    {"type":"Point","coordinates":null}                 | its coordinates are not those of its type
                    {"type":"Point"}                                    | its coordinates are not those of its type
                    {"type":"Polygon","coordinates":[[1,2],[3,4]]}      | its coordinates are not those of its type
                    {"type":"Polygon","coordinates":[[[[[1,2]]]]]}      | its coordinates are not those of its type
                    """)
    void aGeometryThatIsNoneIsRefusedWithItsRecord(String geometry, String words) {
        String feature = POINT.replaceFirst("\\{\"type\":\"Point.*?}", geometry);
        assertThatThrownBy(() -> open(collection("", POINT + "," + feature), null))
                .isInstanceOf(FeatureFileException.class)
                .hasMessageContaining("record 2: ")
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nestingHasABound(String open) {
        assertThatThrownBy(() -> open(collection("\"x\":" + open.repeat(100_000), POINT), null))
                .isInstanceOf(FeatureFileException.class)
                .hasMessageContaining("nesting depth (65)");
    }

    @Test
    void valuesPropertiesAndPositionsHaveBounds() {
        String text = "\"" + "长".repeat(70_000) + "\"";
        refuses(POINT.replace("null", "{\"名称\":" + text + "}"), "(65536");
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= 1_000; i++) {
            names.add("\"p" + i + "\":1");
        }
        refuses(
                POINT.replace("null", "{" + String.join(",", names) + "}"),
                "more than 1000 properties");
        String many = "[0,0],".repeat(1_000_001);
        refuses(
                POINT.replaceFirst(
                        "\\{\"type\":\"Point.*?}",
                        "{\"type\":\"LineString\",\"coordinates\":["
                                + many.substring(0, many.length() - 1)
                                + "]}"),
                "more than 1,000,000 positions");
        refuses(
                POINT.replaceFirst(
                        "\\{\"type\":\"Point.*?}",
                        "{\"type\":\"Polygon\",\"coordinates\":["
                                + "[],".repeat(1_000_001)
                                + "[]]}"),
                "more than 1,000,000 positions");
    }

    @Test
    void aNumberThatWouldBeAGigabyteOfDigitsStaysShort() throws Exception {
        List<Shape> shapes =
                read(collection("", POINT.replace("null", "{\"n\":1e999999999,\"m\":1.50}")));
        assertThat(shapes.get(0).attributes()).isEqualTo(Map.of("n", "1E+999999999", "m", "1.5"));
    }

    private void refuses(String feature, String words) {
        assertThatThrownBy(() -> open(collection("", feature), null))
                .isInstanceOf(FeatureFileException.class)
                .hasMessageContaining(words);
    }

    private static String collection(String head, String features) {
        return "{\"type\":\"FeatureCollection\"," + head + "\"features\":[" + features + "]}";
    }

    private List<Shape> read(String text) throws IOException {
        List<Shape> shapes = new ArrayList<>();
        try (GeoJsonReader reader = open(text, null)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                shapes.add(next.get());
            }
        }
        return shapes;
    }

    private GeoJsonReader open(String text, Crs crs) throws IOException {
        Path file = folder.resolve("a.geojson");
        Files.writeString(file, text);
        return GeoJsonReader.open(file, StandardCharsets.UTF_8, crs);
    }
}
