package org.weiwang.http;

import io.javalin.Javalin;
import io.javalin.http.Handler;
import java.net.URI;
import javax.sql.DataSource;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.PastAtlases;
import org.weiwang.edition.Assignments;

/**
 * A server on any free port that is like the program's own but for what answers {@code GET
 * /api/v1/lookup}.
 */
public final class LookupPeer implements AutoCloseable {
    private final Javalin javalin;

    private LookupPeer(
            AtlasKeeper keeper, PastAtlases past, Assignments assignments, Handler handler) {
        this.javalin =
                Javalin.create(
                                config -> {
                                    MapSettings map = new MapSettings(null);
                                    Server.configure(config, map);
                                    Server.routes(
                                            config.routes,
                                            new InForce(keeper, past),
                                            assignments,
                                            map,
                                            handler);
                                })
                        .start("127.0.0.1", 0);
    }

    /** Answers every question with this document, without reading the question. */
    public static LookupPeer constant(
            AtlasKeeper keeper, PastAtlases past, Assignments assignments, byte[] document) {
        return new LookupPeer(
                keeper,
                past,
                assignments,
                context -> context.result(document).contentType("application/json"));
    }

    /**
     * Asks PostGIS, with a connection of the pool for each question.
     *
     * @param pool to a database where the grids are prepared in the schema {@code bench}
     */
    public static LookupPeer postgis(
            AtlasKeeper keeper, PastAtlases past, Assignments assignments, DataSource pool) {
        return new LookupPeer(keeper, past, assignments, new PostgisLookup(pool));
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
