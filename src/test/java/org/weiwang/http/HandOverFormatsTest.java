package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.SmallService;
import org.weiwang.access.Role;
import org.weiwang.edition.importing.ConvertedHandOver;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.ZippedHandOver;

/** Hand-overs in all formats over HTTP, imported and looked into beforehand. */
@Tag("store")
class HandOverFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ZIP = "application/zip";
    private static final String GEOPACKAGE = "application/geopackage+sqlite3";
    private static final String FLATGEOBUF = "application/flatgeobuf";
    private static final String EDITIONS = "/api/v1/editions";
    private static final String PREVIEW = EDITIONS + "/preview";

    @TempDir private Path folder;
    @TempDir private Path other;
    @TempDir private Path data;
    private SmallService service;

    @BeforeEach
    void start() throws Exception {
        service = new SmallService(data).start();
        service.service().keeper().await(first -> true);
        new SmallHandOver(folder)
                .withRoad(0, "是", 0, 0.5, 1, 0.5)
                .withFacility("P", "公园", "公园", "", 0.2, 0.2)
                .write();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aGeoPackageAloneIsAHandOver() throws Exception {
        Path file = ConvertedHandOver.geoPackage(folder, other.resolve("a.gpkg"));
        HttpResponse<String> answer = send(EDITIONS, GEOPACKAGE, Files.readAllBytes(file));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode layers = JSON.readTree(answer.body()).get("layers");
        assertThat(layers).hasSize(3);
        assertThat(layers.get(2).get("file").asText()).isEqualTo("upload.gpkg/micro-grids");
        assertThat(layers.get(2).get("crs").asText()).startsWith("EPSG:4544 ");
        assertThat(layers.get(2).get("written").asInt()).isEqualTo(2);
    }

    @Test
    void aZipMayMixFormatsAndGiveTheSameGrids() throws Exception {
        convert("community-grids", "GeoJSON", "社区总网格.geojson", "-t_srs", "EPSG:4326");
        convert("general-grids", "FlatGeobuf", "一般网格.fgb");
        convert("micro-grids", "GPKG", "微网格.gpkg", "-nln", "layer", "-t_srs", "EPSG:4490");
        convert("roads", "FlatGeobuf", "roads.fgb");
        convert("facilities", "GeoJSON", "facilities.json", "-lco", "RFC7946=YES");
        imported(EDITIONS, ZIP, ZippedHandOver.of(folder));
        JsonNode report = imported(EDITIONS, ZIP, ZippedHandOver.of(other));
        assertThat(report.get("layers")).hasSize(5);
        report.get("layers").forEach(layer -> assertThat(layer.get("rejected").asInt()).isZero());
        JsonNode same =
                JSON.readTree(get(EDITIONS + "/510999-1/compare/510999-2", Role.PLANNER).body());
        assertThat(same.get("changes")).isEmpty();
    }

    @Test
    void whatIsExportedComesInAgain() throws Exception {
        imported(EDITIONS, ZIP, ZippedHandOver.of(folder));
        HttpResponse<String> published =
                Answers.send(
                        service.uri(),
                        "POST",
                        EDITIONS + "/510999-1/publish",
                        Role.PUBLISHER,
                        "{}");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        service.service().keeper().await(atlas -> !atlas.parts().isEmpty());
        for (String format : List.of("gpkg", "fgb", "json")) {
            for (String layer : List.of("community-grids", "general-grids", "micro-grids")) {
                Path file = other.resolve(layer + "." + format);
                Files.write(file, exported(layer, format));
            }
            String edition =
                    imported(EDITIONS, ZIP, ZippedHandOver.of(other)).get("edition").asText();
            JsonNode same =
                    JSON.readTree(
                            get(EDITIONS + "/510999-1/compare/" + edition, Role.PLANNER).body());
            assertThat(same.get("changes")).as(format).isEmpty();
            try (var files = Files.list(other)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private byte[] exported(String layer, String format) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        service.uri()
                                                .resolve(
                                                        "/ogc/collections/"
                                                                + layer
                                                                + "/items?f="
                                                                + format))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    @Test
    void layersAndAttributesMayBeNamed() throws Exception {
        convert("community-grids", "GPKG", "a.gpkg", "-nln", "甲");
        convert("general-grids", "GPKG", "a.gpkg", "-nln", "乙");
        convert(
                "micro-grids",
                "GPKG",
                "a.gpkg",
                "-nln",
                "丙",
                "-sql",
                "SELECT \"网格代码\" AS WGDM, \"网格名称\", \"上级代码\" FROM \"micro-grids\"");
        byte[] body = Files.readAllBytes(other.resolve("a.gpkg"));
        assertProblem(send(EDITIONS, GEOPACKAGE, body), 422, "no layer found in [upload.gpkg]");
        String named =
                "&layer=community-grids=upload.gpkg/甲&layer=general-grids=乙&layer=micro-grids=丙";
        assertProblem(send(EDITIONS + named, GEOPACKAGE, body), 422, "no attribute 网格代码");
        JsonNode report =
                imported(EDITIONS + named + "&field=micro-grids.code=WGDM", GEOPACKAGE, body);
        assertThat(report.get("layers")).hasSize(3);
        assertProblem(
                send(EDITIONS + "&layer=roads=丁", GEOPACKAGE, body),
                422,
                "roads is to be 丁, but there is no such file; there are [upload.gpkg/丙, ");
        assertProblem(
                send(EDITIONS + "&layer=roads=/etc/passwd", GEOPACKAGE, body),
                422,
                "there is no such file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    &layer=x=a.shp                             | layer must be one of community-grids,
                    &layer=roads                               | layer must be like micro-grids=FILE, not "roads"
                    &layer=roads=                              | layer must be like micro-grids=FILE
                    &layer=roads=a.shp&layer=roads=b.shp       | layer names roads twice
                    &field=x                                   | field must be like micro-grids.code=WGDM, not "x"
                    &field=roads.code=a&field=roads.code=b     | field names roads.code twice
                    &crs=4326&crs=4490                         | crs is given twice
                    """)
    void namesThatAreOffAreToldSo(String query, String words) throws Exception {
        for (String path : List.of(EDITIONS, PREVIEW)) {
            assertProblem(send(path + query, ZIP, new byte[0]), 400, words);
        }
    }

    @Test
    void oneLayerAloneIsNoEdition() throws Exception {
        byte[] grids = Files.readAllBytes(convert("micro-grids", "FlatGeobuf", "a.fgb"));
        assertProblem(send(EDITIONS, FLATGEOBUF, grids), 422, "no layer found in [upload.fgb]");
        HttpResponse<String> answer =
                send(EDITIONS + "&layer=micro-grids=upload.fgb", FLATGEOBUF, grids);
        assertProblem(answer, 422, "2 faults");
        assertThat(answer.body()).contains("there is no file for community-grids");
        byte[] points = Files.readAllBytes(convert("facilities", "GeoJSON", "a.geojson"));
        assertProblem(
                send(EDITIONS + "&layer=facilities=upload.geojson", "application/geo+json", points),
                422,
                "there are no grids");
    }

    @ParameterizedTest
    @CsvSource({
        "application/geopackage+sqlite3, upload.gpkg is no GeoPackage",
        "application/flatgeobuf, upload.fgb is not FlatGeobuf",
        "application/geo+json, upload.geojson is not GeoJSON",
        "application/zip, upload.zip: can't be unpacked",
    })
    void whatIsNotOfItsTypeIsRefusedAndNothingIsLeft(String type, String words) throws Exception {
        String extension = words.replaceAll("^upload\\.(\\w+).*", "$1");
        String layer = extension.matches("fgb|geojson") ? "&layer=roads=upload." + extension : "";
        for (String body : List.of("", "{", "garbage")) {
            HttpResponse<String> answer =
                    send(EDITIONS + layer, type, body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain(data.toString());
            HttpResponse<String> preview =
                    send(PREVIEW + layer, type, body.getBytes(StandardCharsets.UTF_8));
            assertThat(preview.body()).contains(words).doesNotContain(data.toString());
        }
        try (var left = Files.list(data.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aPreviewTellsWhatWouldBeReadAndKeepsNothing() throws Exception {
        convert("community-grids", "GeoJSON", "社区总网格.geojson", "-t_srs", "EPSG:4326");
        convert("micro-grids", "FlatGeobuf", "成果.fgb");
        Files.copy(folder.resolve("addresses.csv"), other.resolve("addresses.csv"));
        Files.writeString(other.resolve("facilities.geojson"), "{}");
        byte[] body = ZippedHandOver.of(other);
        JsonNode preview = previewed(PREVIEW, ZIP, body);
        assertThat(preview.get("missing"))
                .extracting(JsonNode::asText)
                .containsExactly("general-grids", "micro-grids");
        JsonNode communities = file(preview, "社区总网格.geojson");
        assertThat(communities.get("layer").asText()).isEqualTo("community-grids");
        assertThat(communities.get("encoding").asText()).isEqualTo("UTF-8");
        assertThat(communities.get("crs").asText()).startsWith("EPSG:4326 ");
        assertThat(communities.get("rows").asInt()).isEqualTo(1);
        assertThat(communities.get("complete").asBoolean()).isTrue();
        assertThat(communities.get("columns").get(0).asText()).isEqualTo("网格代码");
        assertThat(communities.get("samples").get(0).get(1).asText()).isEqualTo("东社区");
        assertThat(communities.get("faults")).isEmpty();
        assertThat(communities.get("fields").get(2).toString())
                .isEqualTo(
                        "{\"key\":\"townCode\",\"names\":[\"乡镇代码\",\"镇街代码\",\"街道代码\",\"parentCode\"],"
                                + "\"required\":true,\"column\":\"乡镇代码\"}");
        JsonNode unknown = file(preview, "成果.fgb");
        assertThat(unknown.get("layer").isNull()).isTrue();
        assertThat(unknown.get("columns")).isNotEmpty();
        assertThat(unknown.get("fields")).isEmpty();
        assertThat(unknown.get("mayBe"))
                .extracting(JsonNode::asText)
                .contains("micro-grids", "roads")
                .doesNotContain("addresses");
        assertThat(file(preview, "addresses.csv").get("crs").asText()).isEqualTo("CGCS2000");
        assertThat(file(preview, "facilities.geojson").get("faults").get(0).asText())
                .startsWith("facilities.geojson is not GeoJSON");

        JsonNode named =
                file(
                        previewed(
                                PREVIEW + "&layer=micro-grids=成果.fgb&field=micro-grids.name=没有",
                                ZIP,
                                body),
                        "成果.fgb");
        assertThat(named.get("layer").asText()).isEqualTo("micro-grids");
        assertThat(named.get("fields").get(0).get("column").asText()).isEqualTo("网格代码");
        assertThat(named.get("fields").get(1).get("column").isNull()).isTrue();
        assertThat(JSON.readTree(get(EDITIONS, Role.PLANNER).body()).get("editions")).isEmpty();
        try (var left = Files.list(data.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aPreviewTellsOfTwoFilesForOneLayerAndOfPositionsThatCannotBe() throws Exception {
        convert("micro-grids", "FlatGeobuf", "micro-grids.fgb");
        convert("micro-grids", "GeoJSON", "微网格.geojson", "-t_srs", "EPSG:4326");
        JsonNode preview = previewed(PREVIEW + "&crs=4326", ZIP, ZippedHandOver.of(other));
        assertThat(file(preview, "micro-grids.fgb").get("faults").get(0).asText())
                .startsWith("micro-grids.fgb and 微网格.geojson both stand for micro-grids");
        assertThat(file(preview, "micro-grids.fgb").get("faults").get(1).asText())
                .startsWith("micro-grids.fgb: record 1: ");
    }

    @Test
    void zipsWithinZipsAreNotUnpackedButNamed() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
            }
            zip.putNextEntry(new ZipEntry("道路.zip"));
        }
        JsonNode report = imported(EDITIONS, ZIP, bytes.toByteArray());
        assertThat(report.get("ignored")).extracting(JsonNode::asText).containsExactly("道路.zip");
    }

    @Test
    void onlyPlannersMayLookInto() throws Exception {
        HttpResponse<String> answer =
                Answers.send(
                        service.uri(), "POST", PREVIEW + "?district=510999", Role.DISPATCHER, "");
        assertProblem(answer, 403, "");
    }

    /** Names of villages have characters beyond the first 65,536. */
    @Test
    void aSampleThatIsShortenedIsCutBetweenCharacters() throws Exception {
        String shown = "街".repeat(59) + "\ud844\udc13";
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(
                other.resolve("addresses.csv"),
                "文本,经度,纬度,户数\n%s1号,103.5101,30.1961,12\n".formatted(shown));
        JsonNode preview = previewed(PREVIEW, ZIP, ZippedHandOver.of(other));
        assertThat(file(preview, "addresses.csv").at("/samples/0/0").asText())
                .isEqualTo(shown + "…");
    }

    private static JsonNode file(JsonNode preview, String name) {
        for (JsonNode file : preview.get("files")) {
            if (file.get("file").asText().equals(name)) {
                return file;
            }
        }
        throw new AssertionError(name + " is not in " + preview);
    }

    private Path convert(String layer, String driver, String name, String... options)
            throws Exception {
        return ConvertedHandOver.convert(
                folder.resolve(layer + ".shp"), driver, other.resolve(name), options);
    }

    private JsonNode imported(String path, String type, byte[] body) throws Exception {
        return answered(path, type, body, 201);
    }

    private JsonNode previewed(String path, String type, byte[] body) throws Exception {
        return answered(path, type, body, 200);
    }

    private JsonNode answered(String path, String type, byte[] body, int status) throws Exception {
        HttpResponse<String> answer = send(path, type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path, Role role)
            throws IOException, InterruptedException {
        return Answers.fetch(service.uri(), path, role);
    }

    /**
     * @param path with parameters behind it, the district left out and nothing encoded
     */
    private HttpResponse<String> send(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        String[] parts = path.split("&");
        StringBuilder encoded = new StringBuilder(parts[0] + "?district=510999");
        for (String parameter : Arrays.asList(parts).subList(1, parts.length)) {
            String[] pair = parameter.split("=", 2);
            encoded.append('&').append(pair[0]).append('=');
            encoded.append(URLEncoder.encode(pair[1], StandardCharsets.UTF_8));
        }
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.uri().resolve(encoded.toString()))
                                .header("Content-Type", type)
                                .header(
                                        "Authorization",
                                        "Bearer " + SmallService.secret(Role.PLANNER))
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
