package org.weiwang.http.ogc;

import java.nio.file.Path;
import org.weiwang.atlas.tile.Tiles;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.http.circle.Circles;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Routes;

/** Where the layers are found. */
public final class OgcRoutes {
    private static final long COMPRESSED_BYTES = 64 << 20;

    private static final long TILE_BYTES = 64 << 20;

    /** The micro grids of all Chengdu take 72 MB at the zooms that need most. */
    private static final long SHAPE_BYTES = 128 << 20;

    private OgcRoutes() {}

    /**
     * @param temporary a folder, made where it is missing, for files that must be whole before they
     *     are sent
     */
    public static void register(
            Routes routes, InForce inForce, StoredLayers stored, Circles circles, Path temporary) {
        Directory directory = new Directory(Layers.all(inForce, stored, circles));
        DocumentHandlers documents = new DocumentHandlers(directory, inForce);
        routes.open("/ogc", documents::landingPage);
        routes.open("/ogc/conformance", documents::conformance);
        routes.open("/ogc/api", documents::api);
        routes.open("/ogc/collections", documents::collections);
        routes.open("/ogc/collections/{id}", documents::collection);
        routes.open("/ogc/collections/{id}/schema", documents::schema);
        routes.open("/ogc/collections/{id}/queryables", documents::queryables);
        CompressedPages compressed = new CompressedPages(COMPRESSED_BYTES);
        routes.open(
                "/ogc/collections/{id}/items",
                new ItemsHandler(directory, compressed, new FileAnswer(temporary))::items);
        routes.open("/ogc/collections/{id}/items/{item}", new ItemHandler(directory)::item);
        TileHandlers tiles =
                new TileHandlers(
                        directory, inForce, new Tiles(TILE_BYTES, SHAPE_BYTES), compressed);
        routes.open("/ogc/tileMatrixSets", tiles::matrixSets);
        routes.open("/ogc/tileMatrixSets/WebMercatorQuad", tiles::matrixSet);
        routes.open("/ogc/collections/{id}/tiles", tiles::tilesets);
        routes.open("/ogc/collections/{id}/tiles/WebMercatorQuad", tiles::tileset);
        routes.open("/ogc/collections/{id}/tiles/WebMercatorQuad/{z}/{y}/{x}", tiles::tile);
    }
}
