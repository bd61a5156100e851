package org.weiwang.geo.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.weiwang.feature.file.TemporaryFolder;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Gdal;

/** Files that were cut off, or in which anything changed, are read or refused, and nothing else. */
class MutatedFilesTest {
    private static TemporaryFolder folder;

    @BeforeContainer
    static void write() throws Exception {
        folder = new TemporaryFolder(Path.of("target"), "mutated");
        Path source = folder.path().resolve("source.geojson");
        Files.writeString(
                source,
                """
                {"type":"FeatureCollection","features":[
                  {"type":"Feature","properties":{"网格代码":"510131001","户数":60,"面积":1.5,"旧":true},
                   "geometry":{"type":"MultiPolygon","coordinates":[[[[103.5,30.1],[103.6,30.1],[103.6,30.2],[103.5,30.1]],[[103.57,30.12],[103.58,30.12],[103.58,30.13],[103.57,30.12]]],[[[103.7,30.1],[103.8,30.1],[103.8,30.2],[103.7,30.1]]]]}},
                  {"type":"Feature","properties":{"网格代码":"510131002","户数":null,"面积":2,"旧":false},
                   "geometry":{"type":"MultiPolygon","coordinates":[[[[103.6,30.1],[103.7,30.1],[103.7,30.2],[103.6,30.1]]]]}}
                ]}
                """);
        for (String[] format :
                new String[][] {{"GeoJSON", "geojson"}, {"GPKG", "gpkg"}, {"FlatGeobuf", "fgb"}}) {
            Gdal.run(
                    "ogr2ogr",
                    "-f",
                    format[0],
                    "-nln",
                    "grids",
                    folder.path().resolve("whole." + format[1]).toString(),
                    source.toString());
        }
    }

    @AfterContainer
    static void remove() throws IOException {
        folder.close();
    }

    @Property(tries = 3_000)
    void geoJson(@ForAll long seed) throws Exception {
        Path file = mutated("geojson", seed);
        readOrRefused(() -> GeoJsonReader.open(file, StandardCharsets.ISO_8859_1, null));
    }

    @Property(tries = 3_000)
    void flatGeobuf(@ForAll long seed) throws Exception {
        Path file = mutated("fgb", seed);
        readOrRefused(() -> FlatGeobufReader.open(file, Crs.epsg(4326)));
    }

    @Property(tries = 1_000)
    void geoPackage(@ForAll long seed) throws Exception {
        Path file = mutated("gpkg", seed);
        readOrRefused(
                () -> {
                    GeoPackages.featureTables(file);
                    return GeoPackageReader.open(file, "grids", Crs.epsg(4326));
                });
    }

    private interface Opening {
        FeatureReader open() throws IOException, CrsException;
    }

    private static void readOrRefused(Opening opening) throws IOException, CrsException {
        try (FeatureReader reader = opening.open()) {
            while (reader.next().isPresent()) {
                // What it holds is anything, but it ends.
            }
        } catch (FeatureFileException e) {
            assertThat(e).hasMessageStartingWith("mutated.");
        }
    }

    /** Cut off, or up to eight bytes changed, or both; half of the time near the beginning. */
    private static Path mutated(String extension, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = Files.readAllBytes(folder.path().resolve("whole." + extension));
        if (random.nextInt(4) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        int changes = bytes.length == 0 ? 0 : random.nextInt(9);
        int reach = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 2_000);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(reach)] =
                    (byte)
                            switch (random.nextInt(4)) {
                                case 0 -> 0;
                                case 1 -> 0xff;
                                case 2 -> 0x7f;
                                default -> random.nextInt();
                            };
        }
        Path file = folder.path().resolve("mutated." + extension);
        Files.write(file, bytes);
        return file;
    }
}
