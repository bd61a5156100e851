package org.weiwang.atlas.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.Gdal;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.tile.Tile;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** A tile of the micro grids of the demo county 蒲江县, as GDAL reads it. */
class GdalReadsTilesTest {
    private static final String COUNTY = "510131";
    private static final double WORLD_METRES = 2 * Math.PI * 6_378_137;

    @TempDir Path folder;

    @Test
    void gridsAreWhereTheyAreToTheStep() throws Exception {
        List<Grid> micros =
                TestDistrict.demo(COUNTY).stream()
                        .filter(grid -> grid.level() == Level.MICRO)
                        .toList();
        // The seat of the county.
        Tile tile = Tile.of(new LonLat(103.506, 30.197), 14);
        Bbox box = tile.bbox();
        Envelope shown = new Envelope(box.west(), box.east(), box.south(), box.north());
        List<Grid> within =
                micros.stream()
                        .filter(grid -> shown.covers(grid.geometry().getEnvelopeInternal()))
                        .toList();
        assertThat(within).hasSizeGreaterThan(20);
        Map<String, NamedCsvRecord> read = read(tile, micros);
        double step = WORLD_METRES / (1 << 14) / Plane.EXTENT;
        for (Grid grid : within) {
            NamedCsvRecord row = read.get(grid.code());
            assertThat(row.getField("mvt_id")).isEqualTo("" + FeatureId.of(grid.code()));
            assertThat(row.getField("households")).isEqualTo("" + grid.households());
            Geometry drawn = new WKTReader().read(row.getField("WKT"));
            Geometry expected = metres(grid.geometry());
            assertThat(drawn.getGeometryType()).isIn("Polygon", "MultiPolygon");
            assertThat(DiscreteHausdorffDistance.distance(drawn, expected)).isLessThan(step);
            assertThat(drawn.getArea())
                    .isCloseTo(expected.getArea(), within(step * expected.getLength()));
        }
    }

    private Map<String, NamedCsvRecord> read(Tile tile, List<Grid> grids) throws Exception {
        byte[] bytes =
                new Tiles(1 << 20, 1 << 24)
                        .tile(
                                TestDistrict.atlas(TestDistrict.part(COUNTY, grids)),
                                TestDistrict.layer(Level.MICRO),
                                tile);
        Path file = folder.resolve("tile.mvt");
        Files.write(file, bytes);
        String csv =
                Gdal.run(
                        "ogr2ogr",
                        "-f",
                        "CSV",
                        "/vsistdout/",
                        file.toString(),
                        "-lco",
                        "GEOMETRY=AS_WKT",
                        "-oo",
                        "X=" + tile.column(),
                        "-oo",
                        "Y=" + tile.row(),
                        "-oo",
                        "Z=" + tile.z());
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .collect(Collectors.toMap(row -> row.getField("code"), Function.identity()));
    }

    private static Geometry metres(Geometry wgs84) {
        double step = WORLD_METRES / (1 << 30);
        return new AffineTransformation(step, 0, -WORLD_METRES / 2, 0, -step, WORLD_METRES / 2)
                .transform(Plane.of(wgs84));
    }
}
