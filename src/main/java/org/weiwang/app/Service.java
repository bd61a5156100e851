package org.weiwang.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.weiwang.access.Authentication;
import org.weiwang.access.IssuedTokens;
import org.weiwang.access.Issuer;
import org.weiwang.access.TokenBook;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.PastAtlases;
import org.weiwang.atlas.circle.CircleKeeper;
import org.weiwang.atlas.tile.ShapeKeeper;
import org.weiwang.config.Settings;
import org.weiwang.edition.InForcePreparation;
import org.weiwang.edition.LeftoverRemoval;
import org.weiwang.edition.revising.Revising;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.Editions;
import org.weiwang.http.Exposure;
import org.weiwang.http.MapSettings;
import org.weiwang.http.Monitoring;
import org.weiwang.http.Server;
import org.weiwang.http.UploadLimits;
import org.weiwang.http.circle.Circles;
import org.weiwang.store.AtlasSignals;
import org.weiwang.store.JdbcRoster;

/** What answers requests, on top of a backend, which outlives it. */
public final class Service implements AutoCloseable {
    private final TokenBook tokens;
    private final AtlasKeeper keeper;
    private final CircleKeeper circles;
    private final AtlasSignals signals;
    private final PastAtlases past;
    private final InForcePreparation preparation;
    private final LeftoverRemoval leftovers;
    private final Meters meters;
    private final Server server;

    public Service(Settings settings, Backend backend) {
        this.tokens = new TokenBook(backend.tokens());
        JdbcRoster roster = backend.roster(ServerName.make(settings.port()));
        this.keeper = new AtlasKeeper(backend.atlasSource(), roster);
        this.circles =
                new CircleKeeper(
                        keeper,
                        backend.cities(),
                        backend.circles(),
                        roster,
                        backend.standards(),
                        settings.circle().isOn());
        this.signals = backend.signals(this::wake);
        this.past = new PastAtlases(backend.atlasSource());
        this.preparation = new InForcePreparation(backend.editions());
        this.leftovers = new LeftoverRemoval(backend.editions());
        this.meters = new Meters(backend.meters());
        this.server =
                new Server(
                        new Server.Parts(
                                exposure(settings.port(), settings.network()),
                                keeper,
                                past,
                                backend.assignments(),
                                backend.layers(),
                                authentication(settings),
                                backend.audit(),
                                backend.comparer(),
                                mapSettings(settings),
                                new BatchLimits(
                                        settings.batch().rows(),
                                        (long) settings.batch().mebibytes() << 20,
                                        settings.data(),
                                        Duration.ofSeconds(settings.network().idleSeconds())),
                                editions(settings, backend),
                                new Circles(
                                        circles,
                                        backend.standards(),
                                        backend.scenarios(),
                                        settings.circle().snapMetres(),
                                        settings.circle().isochroneMetres()),
                                backend.usualForm(),
                                new Monitoring(
                                        meters.registry(),
                                        Duration.ofMillis(settings.slowMillis()))));
    }

    private void wake() {
        keeper.wake();
        circles.wake();
    }

    private static Exposure exposure(int port, Settings.Network network) {
        return new Exposure(
                network.host(),
                port,
                network.proxies(),
                network.publicUrl().map(URI::toString).orElse(null),
                network.corsOrigins(),
                network.requestsPerMinute(),
                network.connections(),
                Duration.ofSeconds(network.idleSeconds()));
    }

    private static MapSettings mapSettings(Settings settings) {
        return new MapSettings(
                settings.tiles()
                        .map(t -> new MapSettings.Tiles(t.url(), t.attribution()))
                        .orElse(null),
                settings.oidc().flatMap(Service::signIn).orElse(null),
                settings.circle().isOn());
    }

    private static Optional<MapSettings.SignIn> signIn(Settings.Oidc oidc) {
        return oidc.client()
                .map(
                        c ->
                                new MapSettings.SignIn(
                                        oidc.issuer(), c.id(), c.scope(), oidc.roleClaim()));
    }

    private static Editions editions(Settings settings, Backend backend) {
        return new Editions(
                backend.editions(),
                backend.checks(),
                backend.publisher(),
                backend.importer(),
                Revising.of(backend.editions()),
                new UploadLimits(
                        (long) settings.uploadMebibytes() << 20,
                        settings.data().resolve("uploads"),
                        Duration.ofSeconds(settings.network().idleSeconds())));
    }

    private Authentication authentication(Settings settings) {
        return new Authentication(
                tokens,
                settings.oidc()
                        .map(o -> new Issuer(o.issuer(), o.audience(), o.roleClaim()))
                        .map(IssuedTokens::new));
    }

    /**
     * Begins to serve; the server answers at once, look-ups as soon as the atlas is loaded.
     *
     * @throws IOException when the server must not listen where it is told to, or can't
     */
    public void start() throws IOException {
        tokens.start();
        server.start();
        keeper.start();
        circles.start();
        signals.start();
        preparation.start();
        leftovers.start();
    }

    InForcePreparation preparation() {
        return preparation;
    }

    public AtlasKeeper keeper() {
        return keeper;
    }

    public CircleKeeper circles() {
        return circles;
    }

    public ShapeKeeper shapes() {
        return server.shapes();
    }

    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        leftovers.close();
        preparation.close();
        server.close();
        signals.close();
        circles.close();
        keeper.close();
        tokens.close();
        past.close();
        meters.close();
    }
}
