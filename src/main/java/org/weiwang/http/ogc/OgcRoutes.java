package org.weiwang.http.ogc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.tile.ShapeKeeper;
import org.weiwang.atlas.tile.Tiles;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.checking.CheckStore;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.http.circle.Circles;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Routes;

/** Where the layers are found, and what works for them in the background. */
public final class OgcRoutes implements AutoCloseable {
    private static final long COMPRESSED_BYTES = 64 << 20;

    private static final long TILE_BYTES = 64 << 20;

    /**
     * Of the heap, for what tiles are drawn from. All layers of the demo counties of all of Chengdu
     * take 140 MB.
     */
    private static final int SHAPE_SHARE = 16;

    private final Directory directory;
    private final InForce inForce;
    private final Path temporary;
    private final Tiles tiles =
            new Tiles(TILE_BYTES, Runtime.getRuntime().maxMemory() / SHAPE_SHARE);
    private final ShapeKeeper shapes;

    /**
     * @param temporary a folder, made where it is missing, for files that must be whole before they
     *     are sent
     */
    public OgcRoutes(
            AtlasKeeper keeper,
            InForce inForce,
            StoredLayers stored,
            EditionStore editions,
            CheckStore checks,
            Circles circles,
            Path temporary) {
        this.directory = new Directory(Layers.all(inForce, stored, editions, checks, circles));
        this.inForce = inForce;
        this.temporary = temporary;
        this.shapes = new ShapeKeeper(keeper::current, directory.tiled(), tiles);
        keeper.onSwap(shapes::wake);
    }

    public void register(Routes routes) {
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
        TileHandlers drawn = new TileHandlers(directory, inForce, tiles, compressed);
        routes.open("/ogc/tileMatrixSets", drawn::matrixSets);
        routes.open("/ogc/tileMatrixSets/WebMercatorQuad", drawn::matrixSet);
        routes.open("/ogc/collections/{id}/tiles", drawn::tilesets);
        routes.open("/ogc/collections/{id}/tiles/WebMercatorQuad", drawn::tileset);
        routes.open("/ogc/collections/{id}/tiles/WebMercatorQuad/{z}/{y}/{x}", drawn::tile);
    }

    /** The definition of the layers after OpenAPI 3.0, on a server of the address {@code /ogc}. */
    public ObjectNode definition() {
        return ApiDefinition.of("/ogc", directory);
    }

    /** Begins what works in the background. */
    public void start() {
        shapes.start();
    }

    public ShapeKeeper shapes() {
        return shapes;
    }

    @Override
    public void close() {
        shapes.close();
    }
}
