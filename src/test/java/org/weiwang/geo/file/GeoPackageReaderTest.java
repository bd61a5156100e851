package org.weiwang.geo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.geo.Crs;
import org.weiwang.geo.Gdal;

/** GeoPackages as GDAL writes them, then changed by hand. */
class GeoPackageReaderTest {
    @TempDir private static Path made;
    private static Path sample;

    @TempDir private Path folder;
    private Path file;

    @BeforeAll
    static void make() throws Exception {
        sample = made.resolve("sample.gpkg");
        Path source = made.resolve("source.geojson");
        Files.writeString(
                source,
                """
                {"type":"FeatureCollection","features":[{"type":"Feature",
                  "properties":{"名称":"甲","户数":60,"r":1.50,"b":true},
                  "geometry":{"type":"Point","coordinates":[103.5,30.2]}}]}
                """);
        Gdal.run("ogr2ogr", "-f", "GPKG", "-nln", "grids", sample.toString(), source.toString());
    }

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("a.gpkg");
        Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void readsAttributesAsText() throws Exception {
        change("ALTER TABLE grids ADD COLUMN photo BLOB", "UPDATE grids SET photo = x'00ff'");
        assertThat(GeoPackages.featureTables(file)).containsExactly("grids");
        assertThat(read().get(0).attributes())
                .isEqualTo(Map.of("fid", "1", "名称", "甲", "户数", "60", "r", "1.5", "b", "1"));
        assertThat(read().get(0).geometry().toText()).isEqualTo("POINT (103.5 30.2)");
    }

    @Test
    void leavesTheFileAndItsFolderAsTheyWere() throws Exception {
        change("PRAGMA journal_mode = WAL");
        byte[] before = Files.readAllBytes(file);
        read();
        assertThat(file).hasBinaryContent(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void changesThatWaitBesideItAreNotOverlooked() throws Exception {
        Files.writeString(folder.resolve("a.gpkg-wal"), "x");
        refuses("a.gpkg was not closed: a.gpkg-wal has changes that it lacks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UPDATE gpkg_geometry_columns SET srs_id = -1 | does not say in which reference system it is; give the reference system with --crs
                    UPDATE gpkg_geometry_columns SET srs_id = 0  | does not say in which reference system it is
                    DELETE FROM gpkg_spatial_ref_sys             | does not say in which reference system it is
                    UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 4610                | names no reference system that can be used: EPSG:4610
                    UPDATE gpkg_spatial_ref_sys SET organization = 'x', definition = 'undefined'   | names no reference system that can be used
                    """)
    void aReferenceSystemThatIsNotKnownMayBeGiven(String change, String words) throws Exception {
        change(change);
        refuses(words);
        try (GeoPackageReader reader = GeoPackageReader.open(file, "grids", Crs.epsg(4490))) {
            assertThat(reader.crs().name()).startsWith("EPSG:4490");
        }
    }

    @Test
    void aReferenceSystemOfNobodyIsReadFromItsDefinition() throws Exception {
        try (Connection connection = connect();
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', definition = ? WHERE srs_id = 4326")) {
            update.setString(1, Crs.epsg(4544).prj());
            update.executeUpdate();
        }
        try (GeoPackageReader reader = GeoPackageReader.open(file, "grids", null)) {
            assertThat(reader.crs().name()).startsWith("EPSG:4544");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DROP TABLE gpkg_contents                 | has no table gpkg_contents
                    DROP TABLE gpkg_geometry_columns         | has no table gpkg_geometry_columns
                    DROP TABLE grids                         | has no table grids
                    ALTER TABLE grids RENAME COLUMN geom TO g; UPDATE gpkg_geometry_columns SET column_name = 'geom' | has no column geom in the table grids
                    ALTER TABLE grids RENAME TO g2; CREATE VIEW grids AS SELECT * FROM g2                            | has something else (view) in place of the table grids
                    ALTER TABLE grids RENAME TO g2; CREATE VIRTUAL TABLE grids USING rtree(id, a, b)                 | has something else (virtual) in place of the table grids
                    ALTER TABLE gpkg_contents RENAME TO c; CREATE VIEW gpkg_contents AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'grids' AS table_name, 'features' AS data_type FROM n | has something else (view) in place of the table gpkg_contents
                    ALTER TABLE grids RENAME TO g2; CREATE VIEW v AS SELECT * FROM g2; PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'CREATE VIEW grids AS SELECT 1' WHERE name = 'v'; UPDATE sqlite_master SET name = 'grids', tbl_name = 'grids' WHERE name = 'g2' | malformed database schema
                    ALTER TABLE gpkg_spatial_ref_sys RENAME TO s; CREATE VIEW gpkg_spatial_ref_sys AS SELECT * FROM s | has something else (view) in place of the table gpkg_spatial_ref_sys
                    """)
    void aSchemaThatLiesIsRefused(String changes, String words) throws Exception {
        // Else renaming a table changes what else names it.
        String plainly = "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; ";
        change((plainly + changes).split("; "));
        refuses(words);
    }

    @Test
    void triggersDoNotRunAndGeneratedColumnsAreBounded() throws Exception {
        change(
                "CREATE TRIGGER t AFTER INSERT ON grids BEGIN SELECT load_extension('x'); END",
                "ALTER TABLE grids ADD COLUMN big TEXT AS (hex(zeroblob(400000000))) VIRTUAL");
        refuses("a.gpkg can't be read as a GeoPackage: String or BLOB exceeds size limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CAST(x'41' AS TEXT)                                   | its geometry is not that of a GeoPackage
                    x''                                                   | its geometry is cut off
                    x'47500001'                                           | its geometry is cut off
                    x'58580001E6100000'                                   | its geometry is not that of a GeoPackage
                    x'4750000FE6100000'                                   | its geometry is of a kind that GeoPackage does not define
                    x'47500021E6100000'                                   | its geometry is of a kind that GeoPackage does not define
                    x'47500001C0110000010100000000000000000000000000000000000000' | its geometry is in the reference system 4544, but its table in 4326
                    x'47500001E6100000'                                   | its geometry is cut off
                    x'47500001E610000002'                                 | its geometry has the byte order 2
                    x'47500001E610000001'                                 | its geometry is cut off
                    x'47500001E61000000101000000'                         | its geometry is cut off
                    x'47500001E6100000010A000000'                         | its geometry is a CurvePolygon; only points, lines and polygons without curves are read
                    x'47500001E61000000108000000'                         | its geometry is a CircularString
                    x'47500001E61000000107000000FFFFFF7F'                 | its geometry is a GeometryCollection
                    x'47500001E61000000103000000FFFFFF7F'                 | its geometry is cut off
                    x'47500001E610000001060000000100000001070000000100000001' | its MultiPolygon has a GeometryCollection in it
                    x'47500001E61000000101000080'                         | its geometry is a type 2147483649
                    x'47500001E610000001010000000000000000000000000000000000F07F' | not a finite number
                    """)
    void aGeometryThatIsNoneIsRefusedWithItsRecord(String bytes, String words) throws Exception {
        setGeometry(bytes);
        refuses("a.gpkg, record 1: ");
        refuses(words);
    }

    @Test
    void heightsAndMeasuresAreDroppedInAnyOrderOfBytes() throws Exception {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            ByteBuffer wkb = ByteBuffer.allocate(9 + 2 * 32).order(order);
            wkb.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 0)).putInt(3002).putInt(2);
            for (double value : new double[] {1, 2, 9, 9, 3, 4, 9, 9}) {
                wkb.putDouble(value);
            }
            setGeometry("x'47500001E6100000" + HexFormat.of().formatHex(wkb.array()) + "'");
            assertThat(read().get(0).geometry().toText()).isEqualTo("MULTILINESTRING ((1 2, 3 4))");
        }
        setGeometry("x'47500011E6100000'");
        assertThat((Object) read().get(0).geometry()).isNull();
        setGeometry("NULL");
        assertThat((Object) read().get(0).geometry()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UPDATE grids SET 名称 = x'00ff'                    | its attribute 名称 is not text
                    UPDATE grids SET 名称 = CAST(x'bcd7' AS TEXT)      | its attribute 名称 is not text
                    UPDATE grids SET 名称 = hex(zeroblob(40000))       | its attribute 名称 is longer than 65536 characters
                    """)
    void anAttributeThatIsNoTextIsRefused(String change, String words) throws Exception {
        change(change);
        refuses(words);
    }

    @Test
    void whatIsNotOfSqliteIsRefused() throws Exception {
        Files.writeString(file, "PK");
        refuses("a.gpkg is no GeoPackage: it is not of SQLite");
        byte[] bytes = Files.readAllBytes(sample);
        Files.write(file, Arrays.copyOf(bytes, 100));
        refuses("a.gpkg can't be read as a GeoPackage: ");
        assertThatThrownBy(() -> GeoPackages.featureTables(file))
                .isInstanceOf(FeatureFileException.class)
                .hasMessageNotContaining(folder.toString());
    }

    private void setGeometry(String sql) throws Exception {
        change("UPDATE grids SET geom = " + sql);
    }

    /** They call functions that only GDAL has. */
    private static List<String> triggers(Connection connection) throws Exception {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void change(String... statements) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String trigger : triggers(connection)) {
                statement.execute("DROP TRIGGER \"" + trigger + "\"");
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private void refuses(String words) {
        assertThatThrownBy(
                        () -> {
                            GeoPackages.featureTables(file);
                            read();
                        })
                .isInstanceOf(FeatureFileException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining(folder.toString());
    }

    private List<Shape> read() throws IOException {
        List<Shape> shapes = new ArrayList<>();
        try (GeoPackageReader reader = GeoPackageReader.open(file, "grids", null)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                shapes.add(next.get());
            }
        }
        return shapes;
    }
}
