package org.weiwang.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.PastAtlases;
import org.weiwang.edition.Assignments;

/** The HTTP server with its routes. It listens on loopback only. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** Loopback only: nothing here asks who is asking. */
    private static final String HOST = "127.0.0.1";

    private final Javalin javalin;
    private final int port;
    private final ExecutorService workers;

    /**
     * @param port 0 for any free one
     */
    public Server(
            int port,
            AtlasKeeper keeper,
            PastAtlases past,
            Assignments assignments,
            MapSettings mapSettings,
            BatchLimits limits) {
        this.port = port;
        int workerCount = Runtime.getRuntime().availableProcessors();
        this.workers = Executors.newFixedThreadPool(workerCount);
        InForce inForce = new InForce(keeper, past);
        this.javalin =
                Javalin.create(
                        config -> {
                            configure(config, mapSettings);
                            routes(
                                    config.routes,
                                    inForce,
                                    assignments,
                                    mapSettings,
                                    new LookupHandler(inForce));
                            config.routes.post(
                                    "/api/v1/lookup",
                                    new BatchLookupHandler(inForce, limits, workers, workerCount));
                        });
    }

    /**
     * @throws IOException when the port is taken
     */
    public void start() throws IOException {
        try {
            javalin.start(HOST, port);
        } catch (JavalinBindException e) {
            throw new IOException("port " + port + " can't be used; set WEIWANG_PORT", e);
        }
        LOG.atInfo().addKeyValue("port", javalin.port()).log("server started");
    }

    /** Where it listens, once started. */
    public URI uri() {
        return URI.create("http://" + HOST + ":" + javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
        workers.shutdownNow();
    }

    /** All but the routes. */
    static void configure(JavalinConfig config, MapSettings mapSettings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        // The fastest level: pages are large, and the network of an office is not slow.
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(1));
        config.requestLogger.http(
                (context, millis) ->
                        // No query: what is looked up is nobody's business.
                        LOG.atDebug()
                                .addKeyValue("method", context.method())
                                .addKeyValue("path", context.path())
                                .addKeyValue("status", context.statusCode())
                                .addKeyValue("millis", millis)
                                .log("request"));
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyProblems()));
        page(config, mapSettings);
    }

    private static void page(JavalinConfig config, MapSettings mapSettings) {
        config.staticFiles.enableWebjars();
        config.staticFiles.add(
                files -> {
                    files.directory = "/web";
                    files.location = Location.CLASSPATH;
                });
        config.routes.before(
                context -> {
                    context.header("Content-Security-Policy", mapSettings.contentSecurityPolicy());
                    context.header("X-Content-Type-Options", "nosniff");
                    context.header("Referrer-Policy", "no-referrer");
                });
    }

    /**
     * @param lookup answers the single look-up
     */
    static void routes(
            RoutesConfig routes,
            InForce inForce,
            Assignments assignments,
            MapSettings mapSettings,
            Handler lookup) {
        HealthHandlers health = new HealthHandlers(inForce);
        OgcHandlers ogc = new OgcHandlers(OgcCollection.all(inForce, assignments));
        get(routes, "/health/live", health::live);
        get(routes, "/health/ready", health::ready);
        get(routes, "/api/v1/settings", context -> writeSettings(context, mapSettings));
        get(routes, "/api/v1/districts", new DistrictsHandler(inForce));
        get(routes, "/api/v1/lookup", lookup);
        get(routes, "/api/v1/grids/{code}", new GridHandler(inForce));
        get(routes, "/api/v1/grids/{code}/addresses", new GridAddressesHandler(assignments));
        get(
                routes,
                "/api/v1/editions/{id}/assignments",
                new EditionAssignmentsHandler(assignments));
        get(routes, "/ogc/collections", ogc::collections);
        get(routes, "/ogc/collections/{id}", ogc::collection);
        get(routes, "/ogc/collections/{id}/items", ogc::items);
        get(routes, "/ogc/collections/{id}/items/{item}", ogc::item);
        Problems.register(routes);
    }

    /**
     * HEAD answers as GET does, which the framework's own HEAD, never asking a handler, does not.
     */
    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private static void writeSettings(Context context, MapSettings mapSettings) {
        Parameters.of(context);
        Json.write(context, mapSettings);
    }
}
