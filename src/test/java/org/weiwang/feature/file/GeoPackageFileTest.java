package org.weiwang.feature.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.feature.GeometryType;
import org.weiwang.geo.Gdal;

class GeoPackageFileTest {
    @TempDir Path folder;
    @TempDir Path temporary;

    @Test
    void hasASpatialIndexBoxAndTitle() throws Exception {
        Path gpkg = folder.resolve("layer.gpkg");
        try (OutputStream out = Files.newOutputStream(gpkg)) {
            FileFormat.GEOPACKAGE.write(
                    Sample.layer(GeometryType.MULTI_POLYGON, 4490), temporary, out);
        }
        String index =
                query(
                        gpkg,
                        "SELECT r.minx, r.maxy, f.id FROM \"rtree_micro-grids_geom\" r"
                                + " JOIN \"micro-grids\" f ON f.fid = r.id ORDER BY f.id");
        // The index keeps 32-bit numbers that enclose the box.
        assertThat(index.lines().skip(1).toList()).hasSize(3);
        assertThat(index).contains("103.4", "30.3", "510131101001");
        assertThat(
                        query(
                                gpkg,
                                "SELECT identifier, min_x, min_y, max_x, max_y"
                                        + " FROM gpkg_contents"))
                .contains("微网格,103.4,30.1,103.6,30.3");
        assertThat(query(gpkg, "PRAGMA integrity_check")).endsWith("ok");
        // Triggers keep the index up to date, wherever the file is edited.
        Gdal.run(
                "ogrinfo",
                gpkg.toString(),
                "-sql",
                "UPDATE \"micro-grids\" SET geom = ST_Envelope(geom) WHERE fid = 1");
        Gdal.run("ogrinfo", gpkg.toString(), "-sql", "DELETE FROM \"micro-grids\" WHERE fid = 2");
        assertThat(query(gpkg, "SELECT count(*) FROM \"rtree_micro-grids_geom\""))
                .endsWith("\"2\"");
    }

    private static String query(Path gpkg, String sql) throws Exception {
        return Gdal.run("ogr2ogr", "-f", "CSV", "-sql", sql, "/vsistdout/", gpkg.toString());
    }
}
