package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.weiwang.atlas.tile.TiledLayer;
import org.weiwang.atlas.tile.Tiles;
import org.weiwang.geo.tile.Tile;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Parameters;

/**
 * Micro grids as vector tiles ({@code tile=z/y/x}), each drawn from shapes that are ready, none
 * kept.
 */
final class DrawnTiles implements Handler {
    private final InForce inForce;
    private final TiledLayer<?> microGrids;
    private final Tiles tiles = new Tiles(0, Long.MAX_VALUE);

    DrawnTiles(InForce inForce, TiledLayer<?> microGrids) {
        this.inForce = inForce;
        this.microGrids = microGrids;
    }

    @Override
    public void handle(Context context) {
        String[] asked = Parameters.of(context, "tile").required("tile").split("/");
        Tile tile =
                new Tile(
                        Integer.parseInt(asked[0]),
                        Integer.parseInt(asked[1]),
                        Integer.parseInt(asked[2]));
        context.result(tiles.tile(inForce.atlas(), microGrids, tile))
                .contentType("application/vnd.mapbox-vector-tile");
    }
}
