package org.weiwang.edition.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.circle.osm.OsmFile;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.ImportReport.LayerReport;
import org.weiwang.edition.ImportReport.Rejection;
import org.weiwang.geo.Datum;
import org.weiwang.store.Database;
import org.weiwang.store.JdbcEditionStore;
import org.weiwang.store.TestDatabase;

@Tag("store")
class ImporterTest {
    private static final List<String> TABLES =
            List.of(
                    "edition",
                    "edition_number",
                    "town",
                    "grid",
                    "publication",
                    "data_set",
                    "address",
                    "road",
                    "facility",
                    "responder",
                    "alias");

    private static Database database;
    private static Importer importer;

    @TempDir private Path folder;
    private SmallHandOver handOver;

    @BeforeAll
    static void open() throws IOException {
        database = Database.open(java.util.Optional.of(TestDatabase.fresh()), Path.of("target"));
        importer =
                new Importer(new JdbcEditionStore(database.dataSource(), database.forLongWork()));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        // As a replica would, whose triggers don't keep the records.
        query(
                "SET session_replication_role = replica; TRUNCATE "
                        + String.join(", ", TABLES)
                        + " CASCADE; SET session_replication_role = origin");
        handOver = new SmallHandOver(folder);
    }

    @Test
    void aHandOverBecomesADraft() throws Exception {
        ImportReport report = importing(false);
        assertThat(report.edition()).isEqualTo("510999-1");
        assertThat(report.layers())
                .extracting(LayerReport::layer, LayerReport::read, LayerReport::written)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("community-grids", 1L, 1L),
                        org.assertj.core.groups.Tuple.tuple("general-grids", 1L, 1L),
                        org.assertj.core.groups.Tuple.tuple("micro-grids", 2L, 2L),
                        org.assertj.core.groups.Tuple.tuple("addresses", 1L, 1L),
                        org.assertj.core.groups.Tuple.tuple("responders", 1L, 1L));
        assertThat(query("SELECT state FROM edition")).containsExactly("DRAFT");
        assertThat(query("SELECT count(*) FROM publication")).containsExactly("0");
        assertThat(query("SELECT name FROM grid ORDER BY code, level"))
                .containsExactly("东社区", "第一网格", "甲微网格", "乙微网格");
        assertThat(query("SELECT report->>'edition' FROM edition")).containsExactly("510999-1");
        assertThat(
                        query(
                                "SELECT ST_AsText(ST_SnapToGrid(ST_Centroid(geom), 0.001)) FROM grid WHERE level = 'COMMUNITY'"))
                .containsExactly("POINT(103.515 30.194)");
    }

    @Test
    void publishingPutsItInForceAndTheNextTimeANewNumber() throws Exception {
        importing(true);
        importing(true);
        assertThat(query("SELECT id || ' ' || state FROM edition ORDER BY number"))
                .containsExactly("510999-1 SEALED", "510999-2 SEALED");
        assertThat(query("SELECT id FROM edition_in_force")).containsExactly("510999-2");
        assertThat(
                        query(
                                """
                                SELECT edition FROM data_set JOIN data_set_in_force USING (version)
                                """))
                .containsExactly("510999-2", "510999-2", "510999-2");
        assertThat(query("SELECT count(*) FROM address_in_force")).containsExactly("1");
    }

    @Test
    void namesThatNoFileTellsAreThoseInForce() throws Exception {
        importing(true);
        forgetNames();
        importing(true);
        assertThat(query("SELECT id || ' ' || district_name FROM edition_in_force"))
                .containsExactly("510999-2 试验县");
        assertThat(query("SELECT edition || ' ' || name FROM town ORDER BY edition"))
                .containsExactly("510999-1 城关镇", "510999-2 城关镇");
    }

    @Test
    void namesThatNobodyKnowsAreAskedFor() throws Exception {
        importing(false);
        forgetNames();
        refusesHandOver(
                "no community grid names its district (区县名称)",
                "no community grid names the town 510999001 (乡镇名称)");
    }

    @Test
    void aNameThatOneRowTellsIsThatOfAll() throws Exception {
        Object[] second = handOver.communities.get(0).clone();
        second[1] = "510999001002";
        second[4] = "";
        handOver.communities.add(second);
        importing(false);
        assertThat(query("SELECT name FROM town")).containsExactly("城关镇");
        second[4] = "城东镇";
        refusesHandOver("the town 510999001 is named 城东镇 here and 城关镇 before");
    }

    private void forgetNames() {
        handOver.communities.get(0)[4] = "";
        handOver.ofDistrict("");
    }

    @Test
    void aDraftLeavesWhatIsInForceAlone() throws Exception {
        importing(true);
        handOver.addresses.set(0, "西路9号,103.52,30.19,1");
        importing(false);
        assertThat(
                        query(
                                """
                                SELECT text FROM address
                                JOIN data_set_in_force ON version = data_set
                                """))
                .containsExactly("东路1号");
        assertThat(query("SELECT id FROM edition_in_force")).containsExactly("510999-1");
    }

    @Test
    void aFileOfWhichNoRowCanBeTakenIsRefused() throws Exception {
        importing(true);
        Path csv = folder.resolve("addresses.csv");
        Files.writeString(csv, "文本,经度,纬度\n西路2号,357000,3342500\n");
        refuses(
                () -> importer.run(request(csv)),
                "addresses.csv: none of its 1 rows can be taken; line 2: longitude must be");
    }

    @Test
    void anAttributeThatThereIsNotIsRefused() throws Exception {
        handOver.write();
        refuses(
                () ->
                        importer.run(
                                new ImportRequest(
                                        SmallHandOver.DISTRICT,
                                        List.of(folder),
                                        false,
                                        ServedDemoCounty.TESTER,
                                        null,
                                        null,
                                        Datum.WGS84,
                                        Map.of(),
                                        Map.of("micro-grid.cod", "XX"))),
                "there is no attribute micro-grid.cod");
    }

    @Test
    void importsOfOneDistrictAtOnceWaitForOneAnother() throws Exception {
        handOver.write();
        List<CompletableFuture<ImportReport>> both =
                Stream.generate(() -> CompletableFuture.supplyAsync(this::importFolder))
                        .limit(2)
                        .toList();
        assertThat(both)
                .extracting(report -> report.get().edition())
                .containsExactlyInAnyOrder("510999-1", "510999-2");
    }

    private ImportReport importFolder() {
        try {
            return importer.run(request(folder));
        } catch (ImportException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void dataSetsAloneNeedNoGrids() throws Exception {
        importing(true);
        Path csv = folder.resolve("addresses.csv");
        Files.writeString(csv, "详细地址,经度,纬度\n西路2号,103.52,30.19\n", Charset.forName("GBK"));
        ImportReport report = importer.run(request(csv));
        assertThat(report.edition()).isNull();
        assertThat(report.layers()).extracting(LayerReport::encoding).containsExactly("GB18030");
        assertThat(query("SELECT text FROM address_in_force")).containsExactly("西路2号");
    }

    @Test
    void dataSetsOfAnUnknownDistrictAreRefused() throws Exception {
        handOver.write();
        refuses(
                () -> importer.run(request(handOver.file("addresses.csv"))),
                "no edition of district 510999 is in force");
    }

    @Test
    void aZipIsReadLikeAFolder() throws Exception {
        handOver.write();
        Path zip = folder.resolve("县局移交.zip");
        try (ZipOutputStream out =
                        new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("GBK"));
                var files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.equals(zip)).toList()) {
                out.putNextEntry(new ZipEntry("移交/" + file.getFileName()));
                Files.copy(file, out);
            }
        }
        assertThat(importer.run(request(zip)).layers()).hasSize(5);
    }

    @Test
    void aZipThatLeadsOutOfItsFolderIsRefused() throws Exception {
        Path zip = folder.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../evil.shp"));
        }
        refuses(() -> importer.run(request(zip)), "../../evil.shp leads out of");
    }

    @Test
    void rowsOfDataSetsThatCannotBeTakenAreRejectedWithTheirLines() throws Exception {
        handOver.addresses.add("东路 １号,103.5,30.19,1"); // The first again, typed otherwise.
        handOver.addresses.add(",103.5,30.19,1");
        handOver.addresses.add("东路2号,1035,30.19,1");
        handOver.addresses.add("东路3号,103.5,NaN,1");
        handOver.addresses.add("东路4号,103.5,30.19,-1");
        handOver.addresses.add("东路5号,103.5,30.19");
        handOver.addresses.add("东路6号,,,3"); // Without location it is still an address.
        handOver.responders.add("510999001001001009,微网格员,3栋");
        ImportReport report = importing(false);
        assertThat(layer(report, "addresses").rejections())
                .containsExactly(
                        new Rejection(3, "the same address as line 2"),
                        new Rejection(4, "text is empty"),
                        new Rejection(5, "longitude must be from -180 to 180, not 1035.0"),
                        new Rejection(6, "lat \"NaN\" is not a number"),
                        new Rejection(7, "households is negative: -1"),
                        new Rejection(8, "has 3 values for 4 columns"));
        assertThat(layer(report, "addresses"))
                .extracting(LayerReport::read, LayerReport::written, LayerReport::rejected)
                .containsExactly(8L, 2L, 6L);
        assertThat(layer(report, "responders").rejections())
                .containsExactly(new Rejection(3, "there is no grid 510999001001001009"));
    }

    @Test
    void flightsOfStepsAreMarked() throws Exception {
        handOver.withRoad(0, "是", 0, 0.5, 1, 0.5);
        handOver.withRoad(0, "", 0, 0.6, 1, 0.6);
        handOver.withRoad(1, "0", 0, 0.7, 1, 0.7);
        handOver.withRoad(0, "有", 0, 0.8, 1, 0.8);
        ImportReport report = importing(false);
        assertThat(layer(report, "roads").rejections())
                .containsExactly(
                        new Rejection(
                                4, "steps must be 是, 1 or true, or 否, 0 or false, not \"有\""));
        assertThat(query("SELECT code FROM road WHERE steps")).containsExactly("R1");
        assertThat(query("SELECT code FROM road WHERE NOT steps ORDER BY code"))
                .containsExactly("R2", "R3");
    }

    @Test
    void roadsMayBeWaysOfOpenStreetMap() throws Exception {
        OsmFile osm =
                nodes().way("highway=path name=小路", 1, 2, 3).way("highway=steps layer=1", 2, 4, 99);
        osm.way("building=yes", 1, 2, 3, 1).write(folder.resolve("道路.osm.pbf"));
        ImportReport report = importing(false);
        assertThat(layer(report, "roads").crs()).isEqualTo("EPSG:4326");
        assertThat(layer(report, "roads").rejections())
                .containsExactly(
                        new Rejection(
                                4,
                                "the ways name 1 positions that the file lacks; they are broken there"));
        assertThat(
                        query(
                                """
                                SELECT concat_ws(' ', code, name, kind, layer, steps, noded,
                                    ST_AsText(geom, 4))
                                FROM road ORDER BY code
                                """))
                .containsExactly(
                        "1-1 小路 path 0 f t MULTILINESTRING((103.51 30.19,103.511 30.19))",
                        "1-2 小路 path 0 f t MULTILINESTRING((103.511 30.19,103.512 30.19))",
                        "2-1  steps 1 t t MULTILINESTRING((103.511 30.19,103.511 30.191))");
    }

    @Test
    void aFileOfOpenStreetMapMustHoldWaysToWalk() throws Exception {
        Path file = folder.resolve("roads.osm.pbf");
        nodes().way("highway=motorway", 1, 2).write(file);
        refusesHandOver("roads.osm.pbf: holds no way that can be walked");
        Files.writeString(file, "<osm/>");
        refusesHandOver("roads.osm.pbf is not an .osm.pbf file");
    }

    private static OsmFile nodes() {
        return new OsmFile()
                .node(1, 1_035_100_000, 301_900_000)
                .node(2, 1_035_110_000, 301_900_000)
                .node(3, 1_035_120_000, 301_900_000)
                .node(4, 1_035_110_000, 301_910_000);
    }

    @Test
    void aFacilityMayHaveFurtherEntrances() throws Exception {
        handOver.withFacility("E1", "", "", "P", 0.1, 0.1); // Before its facility.
        handOver.withFacility("P", "城关公园", "公园", "", 0.2, 0.2);
        handOver.withFacility("E2", "北门", "公园", "P", 0.2, 0.3);
        handOver.withFacility("E3", "", "", "Q", 0.2, 0.3);
        handOver.withFacility("E4", "", "", "E2", 0.2, 0.3);
        handOver.withFacility("P", "另一公园", "公园", "", 0.2, 0.3);
        handOver.withFacility("M", "", "公园", "", 0.2, 0.3);
        handOver.withFacility("E5", "", "", "M", 0.2, 0.3);
        ImportReport report = importing(false);
        assertThat(layer(report, "facilities").rejections())
                .containsExactly(
                        new Rejection(4, "entranceOf names Q, which is not a facility of the file"),
                        new Rejection(
                                5, "entranceOf names E2, which is not a facility of the file"),
                        new Rejection(6, "the code P was there before"),
                        new Rejection(7, "name is empty"),
                        new Rejection(
                                8, "entranceOf names M, which is not a facility of the file"));
        assertThat(
                        query(
                                """
                                SELECT code || ' ' || coalesce(entrance_of, '-') FROM facility
                                ORDER BY code
                                """))
                .containsExactly("E1 P", "E2 P", "P -");
    }

    @Test
    void addressesInGcj02AreBroughtToWgs84() throws Exception {
        handOver.write();
        importer.run(
                new ImportRequest(
                        SmallHandOver.DISTRICT,
                        List.of(folder),
                        false,
                        ServedDemoCounty.TESTER,
                        null,
                        null,
                        Datum.GCJ02,
                        Map.of(),
                        Map.of()));
        assertThat(
                        query(
                                "SELECT ST_Distance(geom::geography, 'POINT(103.5101 30.1961)'::geography) BETWEEN 200 AND 800 FROM address"))
                .containsExactly("t");
    }

    @Test
    void attributeNamesCanBeGiven() throws Exception {
        handOver.write();
        Files.writeString(folder.resolve("responders.csv"), "WGDM,GW\n510999001001001001,微网格长\n");
        refuses(() -> importer.run(request(folder)), "responders.csv: no attribute 网格代码");
        importer.run(
                new ImportRequest(
                        SmallHandOver.DISTRICT,
                        List.of(folder),
                        false,
                        ServedDemoCounty.TESTER,
                        null,
                        null,
                        Datum.WGS84,
                        Map.of(),
                        Map.of("responders.gridCode", "WGDM", "responders.role", "GW")));
        assertThat(query("SELECT role FROM responder")).containsExactly("微网格长");
    }

    @Test
    void aTruncatedShapefile() throws Exception {
        handOver.write();
        try (FileChannel shp =
                FileChannel.open(handOver.file("micro-grids.shp"), StandardOpenOption.WRITE)) {
            shp.truncate(shp.size() - 20);
        }
        refuses(() -> importer.run(request(folder)), "micro-grids.shp is truncated");
    }

    @Test
    void aMissingDbf() throws Exception {
        handOver.write();
        Files.delete(handOver.file("general-grids.dbf"));
        refuses(() -> importer.run(request(folder)), "general-grids.shp has no .dbf");
    }

    @Test
    void aWrongEncoding() throws Exception {
        handOver.write();
        Files.writeString(handOver.file("micro-grids.cpg"), "UTF-8");
        refuses(() -> importer.run(request(folder)), "micro-grids.dbf");
    }

    @Test
    void anEncodingThatTheFileIsNotIn() throws Exception {
        importing(true);
        refuses(
                () ->
                        importer.run(
                                new ImportRequest(
                                        SmallHandOver.DISTRICT,
                                        List.of(handOver.file("addresses.csv")),
                                        false,
                                        ServedDemoCounty.TESTER,
                                        StandardCharsets.US_ASCII,
                                        null,
                                        Datum.WGS84,
                                        Map.of(),
                                        Map.of())),
                "addresses.csv: byte 0 is not US-ASCII text");
    }

    @Test
    void noCrs() throws Exception {
        handOver.write();
        Files.delete(handOver.file("micro-grids.prj"));
        refuses(() -> importer.run(request(folder)), "micro-grids.shp", "no .prj");
    }

    @Test
    void anUnknownCrs() throws Exception {
        handOver.write();
        Files.writeString(handOver.file("micro-grids.prj"), "PROJCS[\"Local\"]");
        refuses(() -> importer.run(request(folder)), "micro-grids.prj");
    }

    @Test
    void aSelfIntersectingPolygon() throws Exception {
        handOver.micros.get(1)[0] =
                "MULTIPOLYGON(((%1$s %3$s,%2$s %4$s,%2$s %3$s,%1$s %4$s,%1$s %3$s)))"
                        .formatted(
                                SmallHandOver.x(1), SmallHandOver.x(2),
                                SmallHandOver.y(0), SmallHandOver.y(1));
        isOnlyADraft(
                "INVALID_GEOMETRY",
                "The outline of micro grid 510999001001001002 is invalid: self-intersection (micro-grids.shp: record 2)");
    }

    @Test
    void aCodeTwice() throws Exception {
        handOver.micros.get(1)[1] = "510999001001001001";
        isOnlyADraft(
                "DUPLICATE_CODE",
                "The code 510999001001001001 is that of another row, too (micro-grids.shp: record 1, micro-grids.shp: record 2)");
    }

    @Test
    void aCodeThatIsOneOfAnotherLevel() throws Exception {
        handOver.micros.get(1)[1] = "510999001001";
        isOnlyADraft("DUPLICATE_CODE", "community-grids.shp: record 1, micro-grids.shp: record 2");
    }

    @Test
    void aMalformedCode() throws Exception {
        handOver.micros.get(1)[1] = "微1";
        isOnlyADraft(
                "MALFORMED_CODE",
                "The code \"微1\" of a micro grid is not 1 to 32 of 0-9, A-Z, a-z and - (micro-grids.shp: record 2)");
    }

    @Test
    void anUnknownParent() throws Exception {
        handOver.micros.get(1)[3] = "510999001001009";
        isOnlyADraft(
                "ORPHAN",
                "The parent 510999001001009 of micro grid 510999001001001002 is no general grid of this edition (micro-grids.shp: record 2)");
    }

    @Test
    void aParentOfTheWrongLevel() throws Exception {
        handOver.micros.get(1)[3] = "510999001001";
        isOnlyADraft("ORPHAN", "The parent 510999001001 of micro grid");
    }

    @Test
    void anEmptyGeometry() throws Exception {
        handOver.micros.get(0)[0] = "EMPTY";
        isOnlyADraft(
                "EMPTY_GEOMETRY",
                "Micro grid 510999001001001001 has no outline (micro-grids.shp: record 1)");
    }

    @Test
    void severalErrorsAreToldAtOnce() throws Exception {
        handOver.micros.get(0)[2] = "";
        handOver.micros.get(1)[0] = "EMPTY";
        handOver.generals.get(0)[1] = "?";
        isOnlyADraft(
                "NO_NAME",
                "(general-grids.shp: record 1)",
                "Micro grid 510999001001001001 has no name (micro-grids.shp: record 1)",
                "(micro-grids.shp: record 2)");
    }

    @Test
    void gridsOfAnotherDistrict() throws Exception {
        handOver.districtCode = "510131";
        refusesHandOver("belongs to district 510131, not to 510999");
    }

    @Test
    void aMissingLayer() throws Exception {
        handOver.write();
        Files.delete(handOver.file("general-grids.shp"));
        refuses(() -> importer.run(request(folder)), "there is no file for general-grids");
    }

    @Test
    void nothingToImport() {
        refuses(() -> importer.run(request(folder)), "no layer found in");
        refuses(
                () -> importer.run(request(folder.resolve("nowhere"))),
                "there is no such file or folder");
    }

    @Test
    void aDistrictThatIsNoCode() {
        refuses(
                () -> importer.run(ServedDemoCounty.request("蒲江", false, folder)),
                "must have 6 digits");
    }

    @Test
    void twoFilesForOneLayer() throws Exception {
        handOver.write();
        Files.copy(handOver.file("addresses.csv"), folder.resolve("新地址.csv"));
        refuses(() -> importer.run(request(folder)), "both stand for addresses");
    }

    @Test
    void aCodeInForceInAnotherDistrict() throws Exception {
        importing(true);
        handOver.districtCode = "510998";
        handOver.write();
        refuses(
                () -> importer.run(ServedDemoCounty.request("510998", true, folder)),
                "the code 510999001001 is in force in edition 510999-1 too");
    }

    private ImportReport importing(boolean publish) throws Exception {
        handOver.write();
        return importer.run(ServedDemoCounty.request(SmallHandOver.DISTRICT, publish, folder));
    }

    private static ImportRequest request(Path source) {
        return ServedDemoCounty.request(SmallHandOver.DISTRICT, false, source);
    }

    private static LayerReport layer(ImportReport report, String id) {
        return report.layers().stream().filter(l -> l.layer().equals(id)).findFirst().orElseThrow();
    }

    private void refusesHandOver(String... words) throws Exception {
        handOver.write();
        refuses(() -> importer.run(request(folder)), words);
    }

    /**
     * Nothing is lost: it becomes a draft with the finding, and is refused where it is published.
     */
    private void isOnlyADraft(String kind, String... words) throws Exception {
        handOver.write();
        ImportReport report = importer.run(request(folder));
        assertThat(report.findings().errors()).isPositive();
        assertThat(query("SELECT kind FROM finding")).contains(kind);
        assertThat(query("SELECT count(*) FROM grid UNION ALL SELECT count(*) FROM unfit_grid"))
                .extracting(Integer::valueOf)
                .satisfies(
                        counts ->
                                assertThat(counts.get(0) + counts.get(1))
                                        .isEqualTo(gridsRead(report)));
        refuses(
                () -> importer.run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, folder)),
                words);
    }

    private static int gridsRead(ImportReport report) {
        return (int)
                report.layers().stream()
                        .filter(layer -> layer.layer().endsWith("-grids"))
                        .mapToLong(LayerReport::read)
                        .sum();
    }

    /** The import fails with these words, and the database is as it was. */
    private static void refuses(ThrowingCallable importing, String... words) {
        List<String> before = counts();
        var failure = assertThatThrownBy(importing).isInstanceOf(ImportException.class);
        for (String word : words) {
            failure.hasMessageContaining(word);
        }
        assertThat(counts()).isEqualTo(before);
    }

    private static List<String> counts() {
        return TABLES.stream()
                .map(
                        table -> {
                            try {
                                return table + query("SELECT count(*) FROM " + table);
                            } catch (SQLException e) {
                                throw new AssertionError(e);
                            }
                        })
                .toList();
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> values = new java.util.ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
            return values;
        }
    }
}
