package org.weiwang.http.ogc;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.tile.Tiles;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.geo.tile.Tile;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;

/** {@code /ogc/collections/{id}/tiles}: layers as vector tiles, after OGC API – Tiles. */
final class TileHandlers {
    /** Who waits holds a thread that could answer something else. */
    private static final int AT_ONCE = 24;

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Directory directory;
    private final InForce inForce;
    private final Tiles tiles;
    private final CompressedPages compressed;

    /**
     * @param compressed where tiles are kept for clients that take them compressed
     */
    TileHandlers(Directory directory, InForce inForce, Tiles tiles, CompressedPages compressed) {
        this.directory = directory;
        this.inForce = inForce;
        this.tiles = tiles;
        this.compressed = compressed;
    }

    /** The sets of tiles that a collection has: one. */
    void tilesets(Context context) {
        OgcCollection collection = tiled(context);
        json(context);
        String self = Links.address(context, collection) + "/tiles";
        Json.write(
                context,
                Map.of(
                        "links",
                        List.of(Links.to(self, "self", Representation.JSON)),
                        "tilesets",
                        List.of(Tileset.of(self, collection))));
    }

    /** What a client must know of the tiles: TileJSON, or as OGC has it. */
    void tileset(Context context)
            throws NoSuchEditionException, BusyException, InterruptedException {
        OgcCollection collection = tiled(context);
        Representation as =
                Representation.chosen(
                        context,
                        Parameters.of(context, Representation.PARAMETER),
                        List.of(Representation.JSON, Representation.TILE_JSON));
        String tilesets = Links.address(context, collection) + "/tiles";
        Json.write(
                context,
                as.mediaType(),
                as == Representation.TILE_JSON
                        ? TileJson.of(tilesets, collection, collection.summary().box())
                        : Tileset.of(tilesets, collection));
    }

    void matrixSets(Context context) {
        json(context);
        Json.write(
                context,
                Map.of("tileMatrixSets", List.of(TileMatrixSet.entry(Href.root(context)))));
    }

    void matrixSet(Context context) {
        json(context);
        Json.write(context, TileMatrixSet.WEB_MERCATOR_QUAD);
    }

    void tile(Context context) throws IOException, NoSuchEditionException, InterruptedException {
        OgcCollection collection = tiled(context);
        List<String> known = new ArrayList<>(List.of(Representation.PARAMETER, AsOf.DATETIME));
        if (collection.source().hasPast()) {
            known.add(AsOf.EDITION);
        }
        Parameters parameters = Parameters.of(context, known.toArray(String[]::new));
        Representation as =
                Representation.chosen(context, parameters, List.of(Representation.TILE));
        AsOf asOf = collection.asOf(parameters, context);
        Tile tile = tile(context.pathParam("z"), context.pathParam("y"), context.pathParam("x"));
        Atlas atlas = inForce.atlas(asOf);
        EditionsHeader.set(context, atlas.editions());
        if (Freshness.isKnown(context, AtlasStamp.of(atlas).toString(), as, asOf.isOfEdition())) {
            return;
        }
        byte[] drawn =
                tiles.kept(atlas, collection.tiles(), tile)
                        .orElseGet(() -> draw(atlas, collection, tile));
        if (drawn.length == 0) {
            context.status(HttpStatus.NO_CONTENT);
            return;
        }
        context.contentType(as.mediaType());
        compressed.answer(context, out -> out.write(drawn));
    }

    /** Where the shapes of a district are not ready, that takes seconds. */
    private byte[] draw(Atlas atlas, OgcCollection collection, Tile tile) {
        if (!turns.tryAcquire()) {
            throw Problem.unavailable("Too many tiles are being drawn").exception();
        }
        try {
            return tiles.tile(atlas, collection.tiles(), tile);
        } finally {
            turns.release();
        }
    }

    private OgcCollection tiled(Context context) {
        OgcCollection collection = directory.named(context);
        if (collection.tiles() == null) {
            throw Problem.notFound(collection.id() + " has no tiles").exception();
        }
        return collection;
    }

    private static void json(Context context) {
        Representation.chosen(
                context,
                Parameters.of(context, Representation.PARAMETER),
                List.of(Representation.JSON));
    }

    private static Tile tile(String z, String row, String column) {
        try {
            return new Tile(number("z", z), number("y", row), number("x", column));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("There is no such tile: " + e.getMessage()).exception();
        }
    }

    private static int number(String name, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw Problem.badParameter(name, name + " must be a whole number, not " + text)
                    .exception();
        }
        return Integer.parseInt(text);
    }
}
