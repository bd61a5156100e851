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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                shapesIn('MICRO', { zoom, x: corner[0] + x, y: corner[1] + y }, {}, signal)
                    .then(({ shapes }) => shapes))));
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
        map.nothingWentWrong();
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
    void refusesATileWhereverItBreaksOff() throws Exception {
        JsonNode read =
                evaluate(
                        """
                        const { tile } = await import('/api.js');
                        const { readTile } = await import('/grids/mvt.js');
                        const square = { zoom, x: corner[0], y: corner[1] };
                        const { bytes } = await tile('community-grids', square, {}, signal);
                        const said = new Set();
                        for (let length = 1; length < bytes.length; length++) {
                          try {
                            said.add(readTile(bytes.subarray(0, length)));
                          } catch (error) {
                            said.add(error.name);
                          }
                        }
                        return { pieces: readTile(bytes).pieces.length, said: [...said] };
                        """);
        assertThat(read.get("pieces").asInt()).isPositive();
        assertThat(read.get("said")).extracting(JsonNode::asText).containsExactly("RangeError");
    }

    @Test
    void readsTextsBesideOtherValuesAndTheUsualExtentWhereNoneIsSaid() throws Exception {
        assertThat(
                        readLayer(
                                """
                                0x1a, 4, ...text('code'),
                                0x22, 9, 0x19, ...new Uint8Array(8),
                                0x22, 5, 0x15, ...new Uint8Array(4),
                                0x22, 3, 0x0a, 1, ...text('x'),
                                0x12, 15, 0x12, 2, 0, 2, 0x22, 9, 9, 0, 0, 18, 4, 0, 0, 4, 15,
                                """))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"extent": 4096, "pieces": [{"properties": {"code": "x"},
                                            "xy": [0, 0, 2, 0, 2, 2], "ends": [6]}]}
                                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a ring that stays open | 0x12, 8, 0x22, 6, 9, 0, 0, 10, 4, 0,",
                "a step without its y | 0x12, 4, 0x22, 2, 9, 0,",
                "a command that there is not | 0x12, 3, 0x22, 1, 11,",
                "a key that there is not | 0x12, 4, 0x12, 2, 0, 0,",
                "a key without its value | 0x1a, 1, 0x61, 0x12, 3, 0x12, 1, 0,",
                "half a double | 0x22, 5, 0x19, 0, 0, 0, 0,",
                "a field of no known type | 0x0b,",
                "a number in place of a feature | 0x10, 1,",
            })
    void refusesATileWith(String what, String layer) throws Exception {
        assertThat(readLayer(layer).asText()).as(what).isEqualTo("RangeError");
    }

    @Test
    void keepsNoMoreSquaresThanItMayButThoseThatAreWaitedFor() throws Exception {
        JsonNode read =
                evaluate(
                        """
                        const { GridStore } = await import('/grids/store.js');
                        const store = new GridStore({}, 2);
                        const kept = [];
                        const fetch = (box) => store.acquire('MICRO', box, zoom);
                        const squares = tiles.map((_, i) => ({
                          west: west + (i >> 1) * side, east: west + ((i >> 1) + 1) * side,
                          north: north + (i & 1) * side, south: north + ((i & 1) + 1) * side }));
                        const requests = squares.map(fetch);
                        await Promise.all(requests.flatMap(({ parts }) => parts.map((it) => it.ready)));
                        const count = () => squares.filter((it) =>
                            store.loaded('MICRO', it, zoom).some(({ tile }) =>
                                tile.west === it.west && tile.north === it.north)).length;
                        kept.push(count());
                        requests.forEach(({ release }) => release());
                        const far = { ...squares[0], west: squares[0].west - side, east: west };
                        const last = fetch(far);
                        await Promise.all(last.parts.map((it) => it.ready));
                        kept.push(count());
                        return kept;
                        """);
        assertThat(read).extracting(JsonNode::asInt).containsExactly(4, 1);
    }

    @Test
    void hearsNothingMoreOfWhatWasGivenUpWhenItsWorkerFailed() throws Exception {
        JsonNode said =
                evaluate(
                        """
                        const workers = [];
                        const asked = [];
                        globalThis.Worker = class extends EventTarget {
                          constructor() {
                            super();
                            workers.push(this);
                          }
                          postMessage(data) {
                            asked.push(data.id);
                          }
                        };
                        const { GridStore } = await import('/grids/store.js');
                        const store = new GridStore({});
                        const box = { west, east: west + side, north, south: north + side };
                        const { parts } = store.acquire('MICRO', box, zoom);
                        workers[0].dispatchEvent(new ErrorEvent('error', { message: 'broken' }));
                        const failure = await parts[0].ready.catch((error) => error.message);
                        for (const reply of [{ putOff: 2 }, { shapes: [], editions: [] }]) {
                          const data = { id: asked[0], ...reply };
                          workers[0].dispatchEvent(new MessageEvent('message', { data }));
                        }
                        return [failure, store.isLate];
                        """);
        assertThat(said).extracting(JsonNode::asText).containsExactly("broken", "false");
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

    /**
     * What is read of a tile of one layer, or the name of the error.
     *
     * @param bytes fewer than 126, of the layer, as elements of a JavaScript array
     */
    private static JsonNode readLayer(String bytes) throws Exception {
        return evaluate(
                """
                const { readTile } = await import('/grids/mvt.js');
                const text = (it) => new TextEncoder().encode(it);
                const layer = [%s];
                try {
                  return readTile(new Uint8Array([0x1a, layer.length, ...layer]));
                } catch (error) {
                  return error.name;
                }
                """
                        .formatted(bytes));
    }

    private static JsonNode evaluate(String body) throws Exception {
        Page page = map.open("");
        String function = "async ([lon, lat, zoom]) => {\n" + SHAPES + body.stripTrailing() + "\n}";
        Object value = page.evaluate(function, List.of(lon, lat, ZOOM));
        return new ObjectMapper().valueToTree(value);
    }
}
