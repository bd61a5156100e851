package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The grids that the map draws from vector tiles, beside the same grids from GeoJSON. */
@Tag("browser")
class MapTilesTest {
    private static final int ZOOM = 16;

    /**
     * Reads four tiles around a corner that they share, and the grids there as GeoJSON, both as
     * shapes of the map.
     */
    private static final String SHAPES =
            """
            const { shapesIn } = await import('/grids/squares.js');
            const { items } = await import('/api.js');
            const { shapeOf } = await import('/grids/shape.js');
            const geo = await import('/geo.js');
            const { signal } = new AbortController();
            const side = geo.WORLD / 2 ** zoom;
            const corner = [lon, lat].map((it, i) => Math.round([geo.worldX, geo.worldY][i](it) / side));
            const tiles = await Promise.all([-1, 0].flatMap((x) => [-1, 0].map((y) =>
                shapesIn('MICRO', { zoom, x: corner[0] + x, y: corner[1] + y }, {}, signal))));
            const [west, north, east, south] = [-1, -1, 1, 1].map((by, i) => (corner[i % 2] + by) * side);
            const bbox = [geo.lonOf(west), geo.latOf(south), geo.lonOf(east), geo.latOf(north)];
            const whole = (await items('micro-grids', bbox, {}, signal))
                .map((feature) => shapeOf(feature, 'MICRO'));
            const step = side / 4096;
            """;

    private static MapPage map;
    private static double lon;
    private static double lat;

    @BeforeAll
    static void start() throws Exception {
        map = new MapPage();
        JsonNode point = map.lookup(MapPage.firstAddress()).get("point");
        lon = point.get("lon").asDouble();
        lat = point.get("lat").asDouble();
    }

    @AfterAll
    static void stop() {
        map.close();
    }

    @AfterEach
    void nothingWentWrong() {
        map.closePages();
        assertThat(map.errors()).isEmpty();
    }

    @Test
    void piecesSayOfGridsWhatGeoJsonSays() throws Exception {
        JsonNode read =
                evaluate(
                        """
                        const said = (shapes) => Object.fromEntries(shapes.map(
                            ({ id, code, name, level, kind, parentCode, figures }) =>
                                [id, { code, name, level, kind, parentCode, figures }]));
                        return [said(tiles.flat()), said(whole)];
                        """);
        assertThat(read.get(1).size()).isGreaterThan(30);
        for (Map.Entry<String, JsonNode> grid : read.get(1).properties()) {
            assertThat(read.get(0).get(grid.getKey())).isEqualTo(grid.getValue());
        }
    }

    @Test
    void piecesLieWhereTheGridsDo() throws Exception {
        JsonNode read =
                evaluate(
                        """
                        const at = (shapes, x, y) => shapes.find((one) => geo.covers(one, x, y))?.id;
                        const wrong = [];
                        let inside = 0;
                        for (let x = west + side / 80; x < east; x += side / 40) {
                          for (let y = north + side / 80; y < south; y += side / 40) {
                            const expected = at(whole, x, y);
                            const isClear = [[-2, -2], [-2, 2], [2, -2], [2, 2]].every(([dx, dy]) =>
                                at(whole, x + dx * step, y + dy * step) === expected);
                            const tile = tiles[(x > west + side ? 2 : 0) + (y > north + side ? 1 : 0)];
                            inside += isClear && expected ? 1 : 0;
                            if (isClear && at(tile, x, y) !== expected) {
                              wrong.push([x, y, expected, at(tile, x, y)]);
                            }
                          }
                        }
                        return { inside, wrong };
                        """);
        assertThat(read.get("inside").asInt()).isGreaterThan(1000);
        assertThat(read.get("wrong")).isEmpty();
    }

    @Test
    void piecesTogetherHaveTheRoomForANameThatTheGridHas() throws Exception {
        JsonNode read =
                evaluate(
                        """
                        const within = ({ box }) => box.west > west && box.east < east
                            && box.north > north && box.south < south;
                        const wrong = [];
                        let cut = 0;
                        for (const grid of whole.filter(within)) {
                          const pieces = tiles.flat().filter(({ id }) => id === grid.id);
                          cut += pieces.length > 1 ? 1 : 0;
                          const room = geo.widestRoom(pieces, geo.around(pieces.map(({ box }) => box)));
                          if (['x', 'y', 'width'].some(
                              (it) => Math.abs(room[it] - grid.room[it]) > 16 * step)) {
                            wrong.push([grid.name, grid.room, room]);
                          }
                        }
                        return { cut, wrong };
                        """);
        assertThat(read.get("cut").asInt()).isGreaterThan(5);
        assertThat(read.get("wrong")).isEmpty();
    }

    @Test
    void refusesATileThatBreaksOff() {
        Page page = map.open("");
        assertThat(
                        page.evaluate(
                                """
                                async () => {
                                  const { readTile } = await import('/grids/mvt.js');
                                  const tile = new Uint8Array([0x1a, 0x05, 0x78, 0x02, 0x0a]);
                                  try {
                                    return readTile(tile).extent;
                                  } catch (error) {
                                    return error.name;
                                  }
                                }
                                """))
                .isEqualTo("RangeError");
    }

    @Test
    void asksForTheTimeThatIsShown() {
        Page page = map.blank(1280, 800);
        List<String> asked = new CopyOnWriteArrayList<>();
        page.context()
                .onRequest(
                        request -> {
                            if (request.url().contains("/tiles/WebMercatorQuad/")) {
                                asked.add(request.url());
                            }
                        });
        String view = String.format(Locale.ROOT, "#view=18,%.5f,%.5f", lon, lat);
        map.go(page, view + "&time=2020-05-01T00:00:00Z");
        assertThat(asked)
                .isNotEmpty()
                .allMatch(url -> url.endsWith("?datetime=2020-05-01T00%3A00%3A00Z"))
                .allMatch(url -> url.contains("/WebMercatorQuad/" + ZOOM + "/"));
    }

    private static JsonNode evaluate(String body) throws Exception {
        Page page = map.open("");
        String function = "async ([lon, lat, zoom]) => {\n" + SHAPES + body.stripTrailing() + "\n}";
        Object value = page.evaluate(function, List.of(lon, lat, ZOOM));
        return new ObjectMapper().valueToTree(value);
    }
}
