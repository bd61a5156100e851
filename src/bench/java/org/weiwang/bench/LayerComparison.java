package org.weiwang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the servers say the same of the micro grids. */
final class LayerComparison {
    /** Of a degree: the last decimal, which one may round up and the other down. */
    private static final double STEP = 1.1e-8;

    private final Asking weiwang;
    private final Asking postgis;
    private final Asking tuned;

    LayerComparison(Asking weiwang, Asking postgis, Asking tuned) {
        this.weiwang = weiwang;
        this.postgis = postgis;
        this.tuned = tuned;
    }

    /**
     * What came of it.
     *
     * @param tiles how many
     * @param bytes of all pages, {@code tileBytes} of all tiles
     */
    record Compared(
            Features pages, Features boxes, int tiles, Drawn drawn, Bytes bytes, Bytes tileBytes) {}

    /**
     * @param different features that PostGIS has not at the same place of an answer, or with other
     *     properties or another geometry
     * @param tunedDifferent likewise
     */
    record Features(int answers, int features, int different, int tunedDifferent) {}

    /**
     * Features in tiles, added up.
     *
     * @param both that both have in the same tile
     */
    record Drawn(int both, int weiwangOnly, int postgisOnly) {}

    record Bytes(long weiwang, long postgis) {}

    Compared of(LayerPaths pages, LayerPaths boxes, LayerPaths tiles)
            throws IOException, InterruptedException {
        return new Compared(
                collections(pages),
                collections(boxes),
                tiles.weiwang().size(),
                drawn(tiles),
                bytes(pages),
                bytes(tiles));
    }

    private Features collections(LayerPaths paths) throws IOException, InterruptedException {
        int features = 0;
        int different = 0;
        int tunedDifferent = 0;
        for (int i = 0; i < paths.weiwang().size(); i++) {
            JsonNode ours = features(weiwang.answer(paths.weiwang().get(i)));
            String path = paths.postgis().get(i);
            features += ours.size();
            different += different(ours, features(postgis.answer(path)));
            tunedDifferent += different(ours, features(tuned.answer(path)));
        }
        return new Features(paths.weiwang().size(), features, different, tunedDifferent);
    }

    private static int different(JsonNode ours, JsonNode theirs) {
        int different = Math.abs(ours.size() - theirs.size());
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            if (!isSame(ours.get(i), theirs.get(i))) {
                different++;
            }
        }
        return different;
    }

    private static JsonNode features(byte[] collection) throws IOException {
        return Results.JSON.readTree(collection).get("features");
    }

    private static boolean isSame(JsonNode ours, JsonNode theirs) {
        return ours.get("properties").equals(theirs.get("properties"))
                && isSameGeometry(ours.get("geometry"), theirs.get("geometry"));
    }

    /** PostGIS leaves rings as they go round. */
    private static boolean isSameGeometry(JsonNode ours, JsonNode theirs) {
        List<JsonNode> ourRings = rings(ours);
        List<JsonNode> theirRings = rings(theirs);
        if (!ours.get("type").equals(theirs.get("type")) || ourRings.size() != theirRings.size()) {
            return false;
        }
        for (int i = 0; i < ourRings.size(); i++) {
            if (!isSameRing(ourRings.get(i), theirRings.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<JsonNode> rings(JsonNode multiPolygon) {
        List<JsonNode> rings = new ArrayList<>();
        multiPolygon.get("coordinates").forEach(polygon -> polygon.forEach(rings::add));
        return rings;
    }

    private static boolean isSameRing(JsonNode ours, JsonNode theirs) {
        return ours.size() == theirs.size()
                && (isSame(ours, theirs, false) || isSame(ours, theirs, true));
    }

    private static boolean isSame(JsonNode ours, JsonNode theirs, boolean isTurned) {
        for (int i = 0; i < ours.size(); i++) {
            JsonNode other = theirs.get(isTurned ? theirs.size() - 1 - i : i);
            for (int axis = 0; axis < 2; axis++) {
                double apart = ours.get(i).get(axis).doubleValue() - other.get(axis).doubleValue();
                if (Math.abs(apart) > STEP) {
                    return false;
                }
            }
        }
        return true;
    }

    private Drawn drawn(LayerPaths tiles) throws IOException, InterruptedException {
        int both = 0;
        int weiwangOnly = 0;
        int postgisOnly = 0;
        for (int i = 0; i < tiles.weiwang().size(); i++) {
            Set<String> ours = TileCodes.of(weiwang.answer(tiles.weiwang().get(i)));
            Set<String> theirs = TileCodes.of(postgis.answer(tiles.postgis().get(i)));
            Set<String> shared = new HashSet<>(ours);
            shared.retainAll(theirs);
            both += shared.size();
            weiwangOnly += ours.size() - shared.size();
            postgisOnly += theirs.size() - shared.size();
        }
        return new Drawn(both, weiwangOnly, postgisOnly);
    }

    private Bytes bytes(LayerPaths paths) throws IOException, InterruptedException {
        return new Bytes(bytes(weiwang, paths.weiwang()), bytes(postgis, paths.postgis()));
    }

    private static long bytes(Asking server, List<String> paths)
            throws IOException, InterruptedException {
        long bytes = 0;
        for (String path : paths) {
            bytes += server.answer(path).length;
        }
        return bytes;
    }
}
