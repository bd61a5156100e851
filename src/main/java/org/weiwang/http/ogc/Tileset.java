package org.weiwang.http.ogc;

import java.util.List;
import org.weiwang.http.wire.Link;

/** A set of tiles, as OGC API – Tiles tells of it. */
record Tileset(
        String title,
        String dataType,
        String crs,
        String tileMatrixSetId,
        String tileMatrixSetURI,
        List<Link> links) {
    /**
     * @param tilesets where all sets of the collection are
     */
    static Tileset of(String tilesets, OgcCollection collection) {
        String self = tilesets + "/" + TileMatrixSet.ID;
        return new Tileset(
                collection.title(),
                "vector",
                TileMatrixSet.CRS,
                TileMatrixSet.ID,
                TileMatrixSet.URI,
                List.of(
                        Links.to(self, "self", Representation.JSON),
                        Links.to(
                                Href.parse(self)
                                        .with(
                                                Representation.PARAMETER,
                                                Representation.TILE_JSON.key()),
                                "alternate",
                                Representation.TILE_JSON),
                        Link.template(
                                self + "/{tileMatrix}/{tileRow}/{tileCol}",
                                "item",
                                Representation.TILE.mediaType(),
                                Representation.TILE.title())));
    }
}
