package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;
import static org.weiwang.http.LayerReader.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.SmallService;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.geo.Gdal;

/** Layers as files, opened by GDAL. */
@Tag("store")
class LayerFilesTest {
    private static final String ROADS =
            "SELECT count(*) FROM road JOIN data_set_in_force AS set ON set.version = road.data_set";

    private static ServedDemoCounty county;
    private static LayerReader layers;

    @TempDir private Path folder;

    private enum Format {
        FGB("application/flatgeobuf", ""),
        CSV("text/csv", ""),
        GPKG("application/geopackage+sqlite3", ""),
        SHP("application/zip", "/vsizip/");

        private final String mediaType;
        private final String opener;

        Format(String mediaType, String opener) {
            this.mediaType = mediaType;
            this.opener = opener;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String extension() {
            return this == SHP ? "zip" : key();
        }
    }

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
        layers = new LayerReader(county.uri(), county.database());
    }

    private static Stream<Arguments> layersAndFormats() {
        return Stream.of(
                        Arguments.of(
                                "micro-grids",
                                "Polygon",
                                "SELECT count(*) FROM grid_in_force WHERE level = 'MICRO'"),
                        Arguments.of("addresses", "Point", "SELECT count(*) FROM address_in_force"),
                        Arguments.of("roads", "Line String", ROADS))
                .flatMap(
                        layer ->
                                Stream.of(Format.values())
                                        .map(
                                                format ->
                                                        Arguments.of(
                                                                layer.get()[0],
                                                                layer.get()[1],
                                                                layer.get()[2],
                                                                format)));
    }

    @ParameterizedTest
    @MethodSource("layersAndFormats")
    void aWholeLayerIsInTheFile(String layer, String geometry, String sql, Format format)
            throws Exception {
        long count = layers.number(sql);
        HttpResponse<Path> file = file(county.uri(), items(layer, "f=" + format.key()), format);
        assertThat(header(file, "Content-Type")).startsWith(format.mediaType);
        assertThat(header(file, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"%s.%s\"".formatted(layer, format.extension()));
        assertThat(header(file, "OGC-NumberMatched")).isEqualTo(Long.toString(count));
        assertThat(header(file, "OGC-NumberReturned")).isEqualTo(Long.toString(count));
        assertThat(file.headers().firstValue("Link")).isEmpty();
        String info = info(file.body(), format);
        assertThat(info).contains("Feature Count: " + count + "\n");
        if (format != Format.CSV) {
            assertThat(info).containsPattern("Geometry: (Multi )?" + geometry + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FGB, application/flatgeobuf",
        "CSV, text/csv",
        "GPKG, application/geopackage+sqlite3"
    })
    void aFileIsHadByItsTypeToo(Format format, String type) throws Exception {
        HttpResponse<Path> file = file(county.uri(), items("towns", ""), format, "Accept", type);
        assertThat(header(file, "Content-Type")).startsWith(type);
        assertThat(info(file.body(), format))
                .contains("Feature Count: " + layers.page("towns", "").get("numberMatched") + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FGB", "GPKG", "SHP"})
    void aFileHasWhatIsAskedForInTheSystemAskedFor(Format format) throws Exception {
        String asked = "bbox=103.49,30.18,103.52,30.21&filter=households > 40&crs={4544}";
        int count = layers.page("micro-grids", asked).get("numberMatched").asInt();
        HttpResponse<Path> file =
                file(county.uri(), items("micro-grids", asked + "&f=" + format.key()), format);
        assertThat(header(file, "Content-Crs")).isEqualTo("<" + LayerReader.epsg(4544) + ">");
        assertThat(count).isPositive();
        String info = info(file.body(), format);
        assertThat(info)
                .contains(
                        "Feature Count: " + count + "\n",
                        "CGCS2000 / 3-degree Gauss-Kruger CM 105E");
        // Files have the easting first, whatever the authority says.
        assertThat(info).containsPattern("Extent: \\(3[0-9]{5}\\.[0-9]+, 33[0-9]{5}\\.");
    }

    @Test
    void pagesOfASpreadsheetFollowByTheirHeaders() throws Exception {
        List<String> ids = new ArrayList<>();
        String next = items("micro-grids", "f=csv&limit=500");
        while (next != null) {
            HttpResponse<String> page = Answers.fetch(county.uri(), next);
            List<String> rows = page.body().lines().skip(1).toList();
            assertThat(header(page, "OGC-NumberMatched")).isEqualTo("1774");
            assertThat(header(page, "OGC-NumberReturned")).isEqualTo(rows.size() + "");
            rows.forEach(row -> ids.add(row.substring(0, row.indexOf(','))));
            next = next(page, "text/csv");
        }
        assertThat(ids)
                .isEqualTo(
                        layers.column(
                                "SELECT code FROM grid_in_force WHERE level = 'MICRO' ORDER BY code COLLATE \"C\""));
    }

    @Test
    void pagesOfFlatGeobufFollowByTheirHeaders() throws Exception {
        int count = 0;
        int pages = 0;
        String next = items("addresses", "f=fgb&limit=10000");
        while (next != null) {
            HttpResponse<Path> page = file(county.uri(), next, Format.FGB);
            int returned = Integer.parseInt(header(page, "OGC-NumberReturned"));
            assertThat(info(page.body(), Format.FGB)).contains("Feature Count: " + returned + "\n");
            count += returned;
            pages++;
            next = next(page, "application/flatgeobuf");
        }
        assertThat(count).isEqualTo(layers.number("SELECT count(*) FROM address_in_force"));
        assertThat(pages).isEqualTo((count + 9_999) / 10_000);
    }

    /** Null where the page is the last. */
    private static String next(HttpResponse<?> page, String type) {
        String link = page.headers().firstValue("Link").orElse(null);
        if (link == null) {
            return null;
        }
        assertThat(link).endsWith(">; rel=\"next\"; type=\"" + type + "\"");
        return link.substring(1, link.indexOf('>'));
    }

    @Test
    void anEmptyFileIsOfItsType() throws Exception {
        HttpResponse<Path> file =
                file(county.uri(), items("micro-grids", "bbox=0,0,1,1&f=fgb"), Format.FGB);
        assertThat(header(file, "OGC-NumberMatched")).isEqualTo("0");
        assertThat(info(file.body(), Format.FGB))
                .contains("Geometry: Multi Polygon", "Feature Count: 0", "households: Integer64");
    }

    @Test
    void anAddressWithoutALocationIsInEveryAnswer(@TempDir Path data, @TempDir Path handedOver)
            throws Exception {
        SmallHandOver handOver = new SmallHandOver(handedOver).withAddress("无处1号", "7");
        try (SmallService service = new SmallService(data).startWith(handOver, handedOver)) {
            JsonNode page = Answers.get(service.uri(), items("addresses", ""));
            int count = page.get("numberMatched").asInt();
            JsonNode nowhere =
                    Answers.get(service.uri(), items("addresses", "text=无处1号")).at("/features/0");
            assertThat(nowhere.get("geometry").isNull()).isTrue();
            assertThat(nowhere.at("/properties/households").asInt()).isEqualTo(7);
            assertThat(Answers.get(service.uri(), items("addresses", "crs={4544}")).get("features"))
                    .hasSize(count);
            assertThat(
                            Answers.get(service.uri(), items("addresses", "bbox=-180,-90,180,90"))
                                    .get("numberMatched")
                                    .asInt())
                    .isEqualTo(count - 1);
            for (Format format : Format.values()) {
                HttpResponse<Path> file =
                        file(service.uri(), items("addresses", "f=" + format.key()), format);
                assertThat(info(file.body(), format)).contains("Feature Count: " + count + "\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FGB", "GPKG", "SHP"})
    void whereAFileFindsNoRoomTheClientIsTold(Format format, @TempDir Path data) throws Exception {
        SmallHandOver handOver = new SmallHandOver(folder);
        try (SmallService service = new SmallService(data).startWith(handOver, folder)) {
            String path = items("micro-grids", "f=" + format.key());
            // Loads what the format needs, which may be unpacked to files.
            file(service.uri(), path, format);
            limitFiles("64");
            try {
                HttpResponse<String> refused = Answers.fetch(service.uri(), path);
                assertProblem(refused, 507, "no room");
                assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
            } finally {
                limitFiles("unlimited");
            }
            assertThat(data.resolve("layers")).isEmptyDirectory();
            file(service.uri(), path, format);
        }
    }

    /** Stands in for a full disk. */
    private static void limitFiles(String bytes) throws Exception {
        String pid = Long.toString(ProcessHandle.current().pid());
        assertThat(
                        new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":")
                                .inheritIO()
                                .start()
                                .waitFor())
                .isZero();
    }

    private HttpResponse<Path> file(URI server, String path, Format format, String... headers)
            throws Exception {
        Path file = Files.createTempFile(folder, "layer", "." + format.extension());
        HttpResponse<Path> answer =
                Answers.ask(server, "GET", path, BodyHandlers.ofFile(file), headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String info(Path file, Format format) throws Exception {
        return Gdal.run("ogrinfo", "-so", "-al", format.opener + file) + "\n";
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
