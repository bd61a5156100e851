package org.weiwang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.tile.Tile;

/**
 * What is asked of the one server and of the other for the same micro grids, in the same order.
 *
 * @param weiwang paths of the program's server
 * @param postgis of its peer
 */
record LayerPaths(List<String> weiwang, List<String> postgis) {
    static final int LIMIT = 1_000;
    static final int MIN_ZOOM = 10;
    static final int MAX_ZOOM = 16;

    private static final String COLLECTION = "/ogc/collections/micro-grids";
    private static final String PEER = "/api/v1/lookup?";

    /** A screen of 1,280 by 768 pixels. */
    private static final int COLUMNS = 5;

    private static final int ROWS = 3;
    private static final long SEED = 1;

    /** All grids: the first page, and those that its links lead to. */
    static LayerPaths pages(Asking weiwang) throws IOException, InterruptedException {
        LayerPaths paths = new LayerPaths(new ArrayList<>(), new ArrayList<>());
        String next = COLLECTION + "/items?limit=" + LIMIT;
        String after = "";
        while (next != null) {
            paths.add(next, "limit=" + LIMIT + "&after=" + after);
            JsonNode page = Results.JSON.readTree(weiwang.answer(next));
            JsonNode features = page.get("features");
            after = features.get(features.size() - 1).get("id").textValue();
            next = next(page.get("links"));
        }
        return paths;
    }

    private static String next(JsonNode links) {
        for (JsonNode link : links) {
            if (link.get("rel").textValue().equals("next")) {
                String href = link.get("href").textValue();
                return href.substring(href.indexOf(COLLECTION));
            }
        }
        return null;
    }

    /**
     * @param boxes as the parameter {@code bbox} has them
     */
    static LayerPaths boxes(List<String> boxes) {
        LayerPaths paths = new LayerPaths(new ArrayList<>(), new ArrayList<>());
        for (String box : boxes) {
            String query = "limit=" + LIMIT + "&bbox=" + box;
            paths.add(COLLECTION + "/items?" + query, query);
        }
        return paths;
    }

    /** Those that a screen around each of the places shows, zoom after zoom; none twice. */
    static List<Tile> tiles(List<LonLat> places) {
        Set<Tile> tiles = new LinkedHashSet<>();
        for (int zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom++) {
            for (LonLat place : places) {
                Tile middle = Tile.of(place, zoom);
                for (int y = 0; y < ROWS; y++) {
                    for (int x = 0; x < COLUMNS; x++) {
                        tiles.add(
                                new Tile(
                                        zoom,
                                        middle.row() - ROWS / 2 + y,
                                        middle.column() - COLUMNS / 2 + x));
                    }
                }
            }
        }
        return new ArrayList<>(tiles);
    }

    static LayerPaths of(List<Tile> tiles) {
        LayerPaths paths = new LayerPaths(new ArrayList<>(), new ArrayList<>());
        for (Tile tile : tiles) {
            String address = tile.z() + "/" + tile.row() + "/" + tile.column();
            paths.add(COLLECTION + "/tiles/WebMercatorQuad/" + address, "tile=" + address);
        }
        return paths;
    }

    /** In an order that is always the same and has no heap of large ones at its beginning. */
    static List<Tile> shuffled(List<Tile> tiles) {
        List<Tile> shuffled = new ArrayList<>(tiles);
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled;
    }

    private void add(String path, String query) {
        weiwang.add(path);
        postgis.add(PEER + query);
    }
}
