package org.weiwang.http;

import io.javalin.http.Handler;
import java.io.IOException;
import java.net.URI;
import javax.sql.DataSource;

/**
 * A server on any free port that is like the program's own but for what answers {@code GET
 * /api/v1/lookup}.
 */
public final class LookupPeer implements AutoCloseable {
    private final Server server;

    private LookupPeer(Server.Parts parts, Handler handler) throws IOException {
        this.server = new Server(parts, inForce -> handler);
        server.start();
    }

    /** Answers every question with this document, without reading the question. */
    public static LookupPeer constant(Server.Parts parts, byte[] document) throws IOException {
        return new LookupPeer(
                parts, context -> context.result(document).contentType("application/json"));
    }

    /**
     * Asks PostGIS, with a connection of the pool for each question.
     *
     * @param pool to a database where the grids are prepared in the schema {@code bench}
     */
    public static LookupPeer postgis(Server.Parts parts, DataSource pool) throws IOException {
        return new LookupPeer(parts, new PostgisLookup(pool));
    }

    /**
     * Asks PostGIS for pages of micro grids and for tiles of them, as {@link PostgisLayers} says.
     *
     * @param pool likewise
     */
    public static LookupPeer layers(Server.Parts parts, DataSource pool) throws IOException {
        return new LookupPeer(parts, PostgisLayers.usual(pool));
    }

    /** The same with pages as PostGIS makes them fastest. */
    public static LookupPeer tunedLayers(Server.Parts parts, DataSource pool) throws IOException {
        return new LookupPeer(parts, PostgisLayers.tuned(pool));
    }

    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        server.close();
    }
}
