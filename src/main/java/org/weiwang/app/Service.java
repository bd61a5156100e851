package org.weiwang.app;

import java.io.IOException;
import java.net.URI;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.PastAtlases;
import org.weiwang.config.Settings;
import org.weiwang.edition.InForcePreparation;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.MapSettings;
import org.weiwang.http.Server;
import org.weiwang.store.AtlasSignals;

/** What answers requests, on top of a backend, which outlives it. */
public final class Service implements AutoCloseable {
    private final AtlasKeeper keeper;
    private final AtlasSignals signals;
    private final PastAtlases past;
    private final InForcePreparation preparation;
    private final Server server;

    public Service(Settings settings, Backend backend) {
        this.keeper =
                new AtlasKeeper(
                        backend.atlasSource(), backend.roster(ServerName.make(settings.port())));
        this.signals = backend.signals(keeper::wake);
        this.past = new PastAtlases(backend.atlasSource());
        this.preparation = new InForcePreparation(backend.editions());
        this.server =
                new Server(
                        settings.port(),
                        keeper,
                        past,
                        backend.assignments(),
                        new MapSettings(
                                settings.tiles()
                                        .map(t -> new MapSettings.Tiles(t.url(), t.attribution()))
                                        .orElse(null)),
                        new BatchLimits(
                                settings.batch().rows(),
                                (long) settings.batch().mebibytes() << 20,
                                settings.data()));
    }

    /**
     * Begins to serve; the server answers at once, look-ups as soon as the atlas is loaded.
     *
     * @throws IOException when the port is taken
     */
    public void start() throws IOException {
        server.start();
        keeper.start();
        signals.start();
        preparation.start();
    }

    InForcePreparation preparation() {
        return preparation;
    }

    public AtlasKeeper keeper() {
        return keeper;
    }

    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        preparation.close();
        server.close();
        signals.close();
        keeper.close();
        past.close();
    }
}
