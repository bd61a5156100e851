package org.weiwang.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.access.AuditTrail;
import org.weiwang.access.Authentication;
import org.weiwang.access.Role;
import org.weiwang.address.parse.UsualForm;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.PastAtlases;
import org.weiwang.atlas.tile.ShapeKeeper;
import org.weiwang.edition.Assignments;
import org.weiwang.edition.comparing.Comparer;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.edition.revising.Revising;
import org.weiwang.http.circle.CircleHandler;
import org.weiwang.http.circle.CircleMetrics;
import org.weiwang.http.circle.CircleNetworkHandler;
import org.weiwang.http.circle.CircleStandardsHandler;
import org.weiwang.http.circle.CircleUnservedHandler;
import org.weiwang.http.circle.Circles;
import org.weiwang.http.circle.IsochroneHandler;
import org.weiwang.http.circle.ScenarioRoutes;
import org.weiwang.http.circle.SitingHandler;
import org.weiwang.http.ogc.OgcRoutes;
import org.weiwang.http.wire.AtLeast;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Routes;

/** The HTTP server with its routes. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** What the server is made of. */
    public record Parts(
            Exposure exposure,
            AtlasKeeper keeper,
            PastAtlases past,
            Assignments assignments,
            StoredLayers layers,
            Authentication authentication,
            AuditTrail audit,
            Comparer comparer,
            MapSettings mapSettings,
            BatchLimits batch,
            Editions editions,
            Circles circles,
            UsualForm form,
            Monitoring monitoring) {}

    private final Parts parts;
    private final Javalin javalin;
    private final ExecutorService workers;
    private final OgcRoutes ogc;

    public Server(Parts parts) {
        this(parts, inForce -> new LookupHandler(inForce, parts.form()));
    }

    /**
     * @param lookup makes what answers the single look-up
     */
    Server(Parts parts, Function<InForce, Handler> lookup) {
        this.parts = parts;
        int workerCount = Runtime.getRuntime().availableProcessors();
        this.workers = Executors.newFixedThreadPool(workerCount);
        InForce inForce = new InForce(parts.keeper(), parts.past());
        this.ogc =
                new OgcRoutes(
                        parts.keeper(),
                        inForce,
                        parts.layers(),
                        parts.editions().store(),
                        parts.editions().checks(),
                        parts.circles(),
                        parts.batch().folder().resolve("layers"));
        PrometheusMeterRegistry meters = parts.monitoring().meters();
        AtlasMetrics.bind(meters, parts.keeper());
        CircleMetrics.bind(meters, parts.circles().keeper());
        WorkMetrics work = new WorkMetrics(meters);
        this.javalin =
                Javalin.create(
                        config -> {
                            configure(config);
                            page(config);
                            Routes routes = new Routes(config.routes);
                            routes(routes, inForce, lookup.apply(inForce));
                            editions(routes, parts.editions(), work);
                            revising(routes, parts.editions());
                            comparing(routes);
                            circle(routes, inForce);
                            routes.post(
                                    "/api/v1/lookup",
                                    new BatchLookupHandler(
                                            inForce, parts.batch(), workers, workerCount, work),
                                    Role.VIEWER);
                            routes.get(
                                    "/metrics",
                                    new MetricsHandler(meters),
                                    new AtLeast(Role.ADMIN, Role.VIEWER));
                            Problems.register(config.routes);
                        });
    }

    /**
     * @throws IOException when it must not listen there, or can't: the port is taken
     */
    public void start() throws IOException {
        Exposure exposure = parts.exposure();
        if (!InetAddress.getByName(exposure.host()).isLoopbackAddress()
                && !parts.authentication().isPossible()) {
            throw new IOException(
                    ("WEIWANG_HOST %s is refused, since nobody could be told from anybody else: make a token (weiwang token create) or set WEIWANG_OIDC_ISSUER first")
                            .formatted(exposure.host()));
        }
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            throw new IOException(
                    "port %d of %s can't be used; set WEIWANG_PORT"
                            .formatted(exposure.port(), exposure.host()),
                    e);
        }
        ogc.start();
        LOG.atInfo()
                .addKeyValue("host", exposure.host())
                .addKeyValue("port", javalin.port())
                .log("server started");
    }

    /** Where it answers, once started. */
    public URI uri() {
        return URI.create(
                "http://%s:%d".formatted(reachable(parts.exposure().host()), javalin.port()));
    }

    /** A server that listens on all addresses is reached at that of loopback too. */
    private static String reachable(String host) {
        if (host.matches("[0.:]+")) {
            return "127.0.0.1";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** What makes tiles' shapes ready. */
    public ShapeKeeper shapes() {
        return ogc.shapes();
    }

    /** All that answers by method and path. */
    List<Endpoint> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .toList();
    }

    @Override
    public void close() {
        javalin.stop();
        ogc.close();
        workers.shutdownNow();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        // The fastest level: pages are large, and the network of an office is not slow.
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(1));
        Connectors.configure(config.jetty, parts.exposure());
        config.jetty.modifyServer(
                server -> {
                    server.setErrorHandler(new JettyProblems());
                    server.insertHandler(new RequestWatch(parts.monitoring()));
                });
        config.routes.before(context -> Exchange.of(context.req()).routed(context));
        new Gate(parts.exposure(), parts.authentication(), parts.mapSettings()).configure(config);
    }

    private static void page(JavalinConfig config) {
        config.staticFiles.enableWebjars();
        config.staticFiles.add(
                files -> {
                    files.directory = "/web";
                    files.location = Location.CLASSPATH;
                });
    }

    private void routes(Routes routes, InForce inForce, Handler lookup) {
        Assignments assignments = parts.assignments();
        HealthHandlers health = new HealthHandlers(inForce, parts.circles().keeper());
        ogc.register(routes);
        routes.get("/health/live", health::live, Role.VIEWER);
        routes.get("/health/ready", health::ready, Role.VIEWER);
        routes.get("/api/v1/openapi", new DefinitionHandler(ogc.definition()), Role.VIEWER);
        routes.get("/api/v1/settings", this::writeSettings, Role.VIEWER);
        routes.get("/api/v1/me", new MeHandler(), Role.VIEWER);
        routes.get("/api/v1/audit", new AuditHandler(parts.audit()), Role.ADMIN);
        routes.get("/api/v1/districts", new DistrictsHandler(inForce), Role.VIEWER);
        routes.get("/api/v1/lookup", lookup, Role.VIEWER);
        routes.get("/api/v1/addresses", new AddressesHandler(inForce), Role.VIEWER);
        routes.get("/api/v1/grids/{code}", new GridHandler(inForce), Role.VIEWER);
        routes.get(
                "/api/v1/grids/{code}/addresses",
                new GridAddressesHandler(assignments),
                Role.VIEWER);
        routes.get(
                "/api/v1/editions/{id}/assignments",
                new EditionAssignmentsHandler(parts.editions().store(), assignments),
                Role.VIEWER);
    }

    private static void editions(Routes routes, Editions editions, WorkMetrics work) {
        routes.get("/api/v1/editions", new EditionsHandler(editions.store()), Role.VIEWER);
        HandOverUploads uploads = new HandOverUploads(editions.uploads());
        routes.post(
                "/api/v1/editions",
                new EditionUploadHandler(editions.importer(), uploads, work),
                Role.PLANNER);
        routes.post("/api/v1/editions/preview", new EditionPreviewHandler(uploads), Role.PLANNER);
        routes.get(
                "/api/v1/editions/{id}",
                new EditionHandler(editions.store(), editions.checks()),
                Role.VIEWER);
        routes.delete(
                "/api/v1/editions/{id}", new EditionDiscardHandler(editions.store()), Role.PLANNER);
        routes.post(
                "/api/v1/editions/{id}/publish",
                new EditionPublishHandler(
                        editions.publisher(), editions.uploads().patience(), work),
                Role.PUBLISHER);
    }

    private static void revising(Routes routes, Editions editions) {
        Revising revising = editions.revising();
        Duration patience = editions.uploads().patience();
        String path = "/api/v1/editions/{id}";
        RepairsHandler repairs =
                new RepairsHandler(revising.workpieces(), revising.reviser(), patience);
        routes.get(path + "/repairs", repairs::list, Role.PLANNER);
        routes.get(path + "/repairs/{repair}", repairs::single, Role.PLANNER);
        routes.post(path + "/repairs", repairs::apply, Role.PLANNER);
        routes.get(path + "/grids", new EditionGridsHandler(editions.store()), Role.PLANNER);
        EditsHandler edits = new EditsHandler(revising.workpieces(), revising.reviser(), patience);
        routes.post(path + "/edits", edits::save, Role.PLANNER);
        routes.post(path + "/edits/check", edits::check, Role.PLANNER);
    }

    private void comparing(Routes routes) {
        Comparer comparer = parts.comparer();
        Comparing comparing = new Comparing(comparer);
        String path = "/api/v1/editions/{a}/compare/{b}";
        routes.get(path, new ComparisonHandler(comparing), Role.VIEWER);
        routes.get(
                path + "/addresses",
                new MovedAddressesHandler(comparing, comparer, parts.batch().folder()),
                Role.VIEWER);
    }

    private void circle(Routes routes, InForce inForce) {
        Circles circles = parts.circles();
        Duration patience = parts.batch().patience();
        routes.get("/api/v1/isochrone", new IsochroneHandler(circles), Role.VIEWER);
        routes.get("/api/v1/circle", new CircleHandler(circles, inForce), Role.VIEWER);
        routes.get(
                "/api/v1/circle/standards",
                new CircleStandardsHandler(circles.standards()),
                Role.VIEWER);
        routes.get("/api/v1/circle/network", new CircleNetworkHandler(circles), Role.VIEWER);
        routes.get("/api/v1/circle/unserved", new CircleUnservedHandler(circles), Role.VIEWER);
        ScenarioRoutes.register(routes, circles, patience);
        routes.post("/api/v1/circle/siting", new SitingHandler(circles, patience), Role.VIEWER);
    }

    private void writeSettings(Context context) {
        Parameters.of(context);
        Json.write(context, parts.mapSettings());
    }
}
