package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.weiwang.http.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.tile.Tile;

/** Layers as vector tiles over HTTP; what is drawn on them the tests of atlas.tile show. */
@Tag("store")
class LayerTilesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String MICRO = "/ogc/collections/micro-grids/tiles";
    private static final String SET = MICRO + "/WebMercatorQuad";

    private static ServedDemoCounty county;

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
    }

    @Test
    void tileJsonLeadsToTilesWithWhatItPromises() throws Exception {
        JsonNode tileJson = Answers.get(county.uri(), SET + "?f=tilejson");
        assertThat(tileJson.get("tilejson").asText()).isEqualTo("3.0.0");
        assertThat(tileJson.get("minzoom").asInt()).isEqualTo(12);
        assertThat(tileJson.get("maxzoom").asInt()).isEqualTo(16);
        JsonNode layer = tileJson.at("/vector_layers/0");
        assertThat(layer.get("id").asText()).isEqualTo("micro-grids");
        List<String> fields = new ArrayList<>();
        layer.get("fields").fieldNames().forEachRemaining(fields::add);
        assertThat(fields).containsExactly("code", "name", "kind", "parentCode", "households");
        JsonNode bounds = tileJson.get("bounds");
        assertThat(bounds)
                .isEqualTo(
                        Answers.get(county.uri(), "/ogc/collections/micro-grids")
                                .at("/extent/spatial/bbox/0"));
        Tile middle =
                Tile.of(
                        new LonLat(
                                (bounds.get(0).asDouble() + bounds.get(2).asDouble()) / 2,
                                (bounds.get(1).asDouble() + bounds.get(3).asDouble()) / 2),
                        12);
        String url =
                tileJson.at("/tiles/0")
                        .asText()
                        .replace("{z}", "12")
                        .replace("{y}", Integer.toString(middle.row()))
                        .replace("{x}", Integer.toString(middle.column()));
        HttpResponse<byte[]> tile = ask(URI.create(url));
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Content-Type"))
                .contains("application/vnd.mapbox-vector-tile");
        assertThat(tile.headers().firstValue("Weiwang-Editions")).contains("510131-1");
        assertThat(new String(tile.body(), UTF_8)).contains("micro-grids", "households");
    }

    @Test
    void theSetIsToldAsTheStandardHasIt() throws Exception {
        JsonNode sets = Answers.get(county.uri(), MICRO);
        assertThat(sets.at("/tilesets/0/tileMatrixSetId").asText()).isEqualTo("WebMercatorQuad");
        JsonNode set = Answers.get(county.uri(), SET);
        assertThat(set).isEqualTo(sets.at("/tilesets/0"));
        for (JsonNode link : set.get("links")) {
            assertThat(link.path("templated").asBoolean())
                    .as(link.toString())
                    .isEqualTo(link.get("href").asText().contains("{"));
        }
        assertThat(set.get("dataType").asText()).isEqualTo("vector");
        assertThat(set.get("links").findValuesAsText("rel"))
                .containsExactly("self", "alternate", "item");
        JsonNode matrices =
                Answers.get(county.uri(), "/ogc/tileMatrixSets/WebMercatorQuad")
                        .get("tileMatrices");
        assertThat(matrices).hasSize(17);
        // OGC 17-083r4, table D.1.
        assertThat(matrices.get(0).get("scaleDenominator").asDouble())
                .isCloseTo(559_082_264.028_717_8, within(1e-6));
        assertThat(matrices.get(16).get("matrixWidth").asInt()).isEqualTo(65_536);
        assertThat(Answers.get(county.uri(), "/ogc/tileMatrixSets").at("/tileMatrixSets/0/id"))
                .isEqualTo(set.get("tileMatrixSetId"));
    }

    @Test
    void aTileIsKeptByItsTagAndCompressedTheSame() throws Exception {
        URI tile = county.uri().resolve(SET + "/12/" + row(12) + "/" + column(12));
        HttpResponse<byte[]> plain = ask(tile);
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(plain.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(ask(tile, "If-None-Match", tag).statusCode()).isEqualTo(304);
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> zipped = ask(tile, "Accept-Encoding", "gzip");
            assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                    .isEqualTo(plain.body());
        }
        HttpResponse<byte[]> past = ask(URI.create(tile + "?edition=510131-1"));
        assertThat(past.body()).isEqualTo(plain.body());
        assertThat(past.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/12/0/0", "/11/{y}/{x}", "/24/0/16777215"})
    void whereNothingIsThereIsNoContent(String path) throws Exception {
        String named =
                path.replace("{y}", Integer.toString(row(11)))
                        .replace("{x}", Integer.toString(column(11)));
        HttpResponse<byte[]> answer = ask(county.uri().resolve(SET + named));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    micro-grids/tiles/WebMercatorQuad/3/8/0             | 404 | row 8 is not from 0 to 7
                    micro-grids/tiles/WebMercatorQuad/25/0/0            | 404 | zoom 25 is not from 0 to 24
                    micro-grids/tiles/WebMercatorQuad/3/x/0             | 400 | y must be a whole number
                    micro-grids/tiles/WebMercatorQuad/3/-1/0            | 400 | y must be a whole number
                    micro-grids/tiles/WebMercatorQuad/3/1/0?f=png       | 400 | f must be one of mvt
                    micro-grids/tiles/WebMercatorQuad/3/1/0?edition=x   | 404 | there is no edition x
                    micro-grids/tiles/WebMercatorQuad/3/1/0?datetime=x  | 400 | datetime must be a day
                    facilities/tiles/WebMercatorQuad/3/1/0?edition=x    | 400 | no parameter "edition"
                    micro-grids/tiles/WGS1984Quad                       | 404 | Not Found
                    roads/tiles                                         | 404 | roads has no tiles
                    streets/tiles                                       | 404 | There is no collection streets
                    """)
    void badRequestsAreToldWhatIsWrong(String path, int status, String words) throws Exception {
        assertProblem(Answers.fetch(county.uri(), "/ogc/collections/" + path), status, words);
    }

    private static int row(int zoom) {
        return Tile.of(new LonLat(103.5, 30.2), zoom).row();
    }

    private static int column(int zoom) {
        return Tile.of(new LonLat(103.5, 30.2), zoom).column();
    }

    private static HttpResponse<byte[]> ask(URI uri, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
