package org.weiwang.http.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weiwang.atlas.tile.TiledLayer;
import org.weiwang.feature.Property;
import org.weiwang.geo.Bbox;

/**
 * What a client must know of vector tiles, after TileJSON 3.0.0.
 *
 * @param bounds west, south, east, north of what there is; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TileJson(
        String tilejson,
        String name,
        String description,
        String scheme,
        List<String> tiles,
        int minzoom,
        int maxzoom,
        double[] bounds,
        @JsonProperty("vector_layers") List<VectorLayer> vectorLayers) {
    /**
     * @param fields what each attribute is, by its name
     */
    record VectorLayer(
            String id, String description, int minzoom, int maxzoom, Map<String, String> fields) {}

    /**
     * @param tilesets where all sets of the collection are
     * @param bounds null for nothing
     */
    static TileJson of(String tilesets, OgcCollection collection, Bbox bounds) {
        TiledLayer<?> tiled = collection.tiles();
        Map<String, String> fields = new LinkedHashMap<>();
        for (Property field : tiled.fields()) {
            fields.put(field.name(), field.title());
        }
        return new TileJson(
                "3.0.0",
                collection.title(),
                collection.description(),
                "xyz",
                List.of(tilesets + "/" + TileMatrixSet.ID + "/{z}/{y}/{x}"),
                tiled.minZoom(),
                TiledLayer.MAX_ZOOM,
                bounds == null ? null : bounds.toArray(),
                List.of(
                        new VectorLayer(
                                collection.id(),
                                collection.description(),
                                tiled.minZoom(),
                                TiledLayer.MAX_ZOOM,
                                fields)));
    }
}
