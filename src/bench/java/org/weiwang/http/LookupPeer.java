package org.weiwang.http;

import io.javalin.http.Handler;
import java.io.IOException;
import java.net.URI;
import java.util.function.Function;
import javax.sql.DataSource;
import org.weiwang.atlas.tile.TiledLayer;
import org.weiwang.http.ogc.PageWork;
import org.weiwang.http.wire.InForce;

/**
 * A server on any free port that is like the program's own but for what answers {@code GET
 * /api/v1/lookup}.
 */
public final class LookupPeer implements AutoCloseable {
    private final Server server;

    private LookupPeer(Server.Parts parts, Function<InForce, Handler> handler) throws IOException {
        this.server = new Server(parts, handler);
        server.start();
    }

    /** Answers every question with this document, without reading the question. */
    public static LookupPeer constant(Server.Parts parts, byte[] document) throws IOException {
        return new LookupPeer(
                parts,
                inForce -> context -> context.result(document).contentType("application/json"));
    }

    /**
     * Asks PostGIS, with a connection of the pool for each question.
     *
     * @param pool to a database where the grids are prepared in the schema {@code bench}
     */
    public static LookupPeer postgis(Server.Parts parts, DataSource pool) throws IOException {
        return new LookupPeer(parts, inForce -> new PostgisLookup(pool));
    }

    /**
     * Asks PostGIS for pages of micro grids and for tiles of them, as {@link PostgisLayers} says.
     *
     * @param pool likewise
     */
    public static LookupPeer layers(Server.Parts parts, DataSource pool) throws IOException {
        return new LookupPeer(parts, inForce -> PostgisLayers.usual(pool));
    }

    /** The same with pages as PostGIS makes them fastest. */
    public static LookupPeer tunedLayers(Server.Parts parts, DataSource pool) throws IOException {
        return new LookupPeer(parts, inForce -> PostgisLayers.tuned(pool));
    }

    /** Draws each tile of micro grids that it is asked for, as {@link DrawnTiles} says. */
    public static LookupPeer drawnTiles(Server.Parts parts) throws IOException {
        TiledLayer<?> microGrids = new PageWork(parts).tiles();
        return new LookupPeer(parts, inForce -> new DrawnTiles(inForce, microGrids));
    }

    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        server.close();
    }
}
