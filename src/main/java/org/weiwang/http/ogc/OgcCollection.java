package org.weiwang.http.ogc;

import io.javalin.http.Context;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.tile.TiledLayer;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.feature.FeatureType;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.Parameters;

/**
 * A layer as GIS tools fetch it.
 *
 * @param id as paths have it
 * @param tiles how it is drawn; null where there are no tiles of it
 */
record OgcCollection(
        String id, String title, String description, Source source, TiledLayer<?> tiles) {
    OgcCollection(String id, String title, String description, Source source) {
        this(id, title, description, source, null);
    }

    /** One without tiles, under the id of what its features are like. */
    OgcCollection(String title, String description, Source source) {
        this(source.type(Parameters.NONE).id(), title, description, source);
    }

    /** What the features are like where nothing is chosen. */
    FeatureType type() {
        return source.type(Parameters.NONE);
    }

    /** Of when the request asks; marks the answer as {@link AsOf#interval} does. */
    AsOf asOf(Parameters parameters, Context context) {
        return source.hasPast()
                ? AsOf.interval(parameters, context)
                : AsOf.alwaysNow(parameters, context);
    }

    /** All features of now. */
    Summary summary() throws NoSuchEditionException, BusyException, InterruptedException {
        return source.summary();
    }
}
