package org.weiwang.bench;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.weiwang.access.Authentication;
import org.weiwang.access.TokenBook;
import org.weiwang.address.parse.UsualForm;
import org.weiwang.address.parse.Words;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.PastAtlases;
import org.weiwang.atlas.circle.CircleKeeper;
import org.weiwang.circle.standard.Standards;
import org.weiwang.circle.standard.StandardsException;
import org.weiwang.edition.comparing.Comparer;
import org.weiwang.edition.revising.Revising;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.Editions;
import org.weiwang.http.Exposure;
import org.weiwang.http.MapSettings;
import org.weiwang.http.Monitoring;
import org.weiwang.http.Server;
import org.weiwang.http.UploadLimits;
import org.weiwang.http.circle.Circles;
import org.weiwang.store.JdbcAssignments;
import org.weiwang.store.JdbcAuditTrail;
import org.weiwang.store.JdbcComparisonStore;
import org.weiwang.store.JdbcRoster;
import org.weiwang.store.JdbcStoredLayers;
import org.weiwang.store.JdbcTokenStore;

/** What servers of the demo county in this process are made of; without the living circle. */
final class ServedCounty implements AutoCloseable {
    private static final BatchLimits NO_BATCHES =
            new BatchLimits(0, 0, Results.FOLDER, Duration.ZERO);
    private static final Editions NO_EDITIONS =
            new Editions(
                    null,
                    null,
                    null,
                    null,
                    Revising.of(null),
                    new UploadLimits(0, Results.FOLDER, Duration.ZERO));

    private final County county = County.open();
    private final AtlasKeeper keeper;
    private final PastAtlases past = new PastAtlases(county.atlasSource());
    private final TokenBook tokens = new TokenBook(new JdbcTokenStore(county.dataSource()));
    private final CircleKeeper circle;
    private final Circles noCircles;

    /** Returns when its atlas is loaded. */
    ServedCounty() throws IOException, SQLException, InterruptedException, StandardsException {
        JdbcRoster roster = new JdbcRoster(county.dataSource(), "bench");
        keeper = new AtlasKeeper(county.atlasSource(), roster);
        Standards standards = Standards.read(null);
        circle = new CircleKeeper(keeper, null, null, roster, standards, false);
        noCircles = new Circles(circle, standards, null, 0, 0);
        keeper.start();
        keeper.await(first -> true);
    }

    County county() {
        return county;
    }

    /** Those of one server, each time with meters of its own. */
    Server.Parts parts() {
        return new Server.Parts(
                Exposure.loopback(),
                keeper,
                past,
                new JdbcAssignments(county.dataSource()),
                new JdbcStoredLayers(county.dataSource()),
                new Authentication(tokens, Optional.empty()),
                new JdbcAuditTrail(county.dataSource()),
                new Comparer(new JdbcComparisonStore(county.dataSource())),
                new MapSettings(null, null, true),
                NO_BATCHES,
                NO_EDITIONS,
                noCircles,
                new UsualForm(Words.USUAL),
                new Monitoring(
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), Duration.ofDays(1)));
    }

    @Override
    public void close() {
        circle.close();
        tokens.close();
        past.close();
        keeper.close();
        county.close();
    }
}
