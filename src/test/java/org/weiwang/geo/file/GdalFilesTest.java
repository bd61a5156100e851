package org.weiwang.geo.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.geo.Gdal;
import org.weiwang.geo.shapefile.ShapefileReader;

/** What GDAL makes of a bureau's shapefiles is read as the shapefiles are. */
class GdalFilesTest {
    private static final Path COUNTY = Path.of("shapefiles/510131");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "GeoJSON, geojson, community-grids, 4326",
        "GeoJSON, geojson, community-grids, 4490",
        "GeoJSON, geojson, micro-grids, 4544",
        "GeoJSON, geojson, roads, 4326",
        "GeoJSON, geojson, facilities, 4326",
        "GPKG, gpkg, community-grids, 4326",
        "GPKG, gpkg, community-grids, 4490",
        "GPKG, gpkg, micro-grids, 4544",
        "GPKG, gpkg, roads, 4544",
        "GPKG, gpkg, facilities, 4490",
        "FlatGeobuf, fgb, community-grids, 4326",
        "FlatGeobuf, fgb, community-grids, 4490",
        "FlatGeobuf, fgb, micro-grids, 4544",
        "FlatGeobuf, fgb, roads, 4544",
        "FlatGeobuf, fgb, facilities, 4544",
    })
    void whatGdalWritesIsReadAsItsShapefile(String driver, String extension, String layer, int epsg)
            throws Exception {
        Path shp = COUNTY.resolve(layer + ".shp");
        Path file = folder.resolve("图层 100%#?." + extension);
        Gdal.run(
                "ogr2ogr",
                "-f",
                driver,
                "-t_srs",
                "EPSG:" + epsg,
                "-dim",
                "XYZ",
                "-nlt",
                "PROMOTE_TO_MULTI",
                "-nln",
                "图层",
                file.toString(),
                shp.toString());
        Map<String, Shape> expected = new TreeMap<>();
        Map<String, Shape> read = new TreeMap<>();
        try (FeatureReader source =
                        ShapefileReader.open(shp, new ShapefileReader.Options(null, null));
                FeatureReader reader = open(file, extension)) {
            assertThat(reader.crs().name()).startsWith("EPSG:" + epsg + " ");
            assertThat(reader.fieldNames()).containsAll(source.fieldNames());
            String key = source.fieldNames().get(0);
            collect(source, key, expected);
            collect(reader, key, read);
        }
        assertThat(read.keySet()).isEqualTo(expected.keySet());
        double tolerance = 1e-9;
        expected.forEach(
                (key, shape) -> {
                    Shape other = read.get(key);
                    assertThat(other.attributes()).containsAllEntriesOf(shape.attributes());
                    Geometry geometry = other.geometry();
                    assertThat(geometry.equalsExact(shape.geometry(), tolerance))
                            .as(key + " " + geometry)
                            .isTrue();
                });
    }

    /** In the order of their key, in WGS 84. */
    private static void collect(FeatureReader reader, String key, Map<String, Shape> into)
            throws Exception {
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            Shape shape = next.get();
            into.put(
                    shape.attributes().get(key),
                    new Shape(
                            shape.number(),
                            reader.crs().toWgs84(shape.geometry()).norm(),
                            shape.attributes()));
        }
    }

    private static FeatureReader open(Path file, String extension) throws Exception {
        return switch (extension) {
            case "geojson" -> GeoJsonReader.open(file, StandardCharsets.UTF_8, null);
            case "gpkg" -> GeoPackageReader.open(file, "图层", null);
            default -> FlatGeobufReader.open(file, null);
        };
    }
}
