package org.weiwang.http.ogc;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.weiwang.atlas.tile.TiledLayer;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/**
 * The collections that there are.
 *
 * @param all in the order in which they are listed
 */
record Directory(List<OgcCollection> all) {
    /**
     * The one that the path names.
     *
     * @throws ProblemException 404 when there is none
     */
    OgcCollection named(Context context) {
        return named(context.pathParam("id"));
    }

    /**
     * @throws ProblemException 404 when there is none
     */
    OgcCollection named(String id) {
        return all.stream()
                .filter(collection -> collection.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no collection " + id).exception());
    }

    /** How those are drawn of which there are tiles. */
    List<TiledLayer<?>> tiled() {
        List<TiledLayer<?>> tiled = new ArrayList<>();
        all.stream().map(OgcCollection::tiles).filter(Objects::nonNull).forEach(tiled::add);
        return tiled;
    }
}
