package org.weiwang.app;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.weiwang.access.AuditTrail;
import org.weiwang.access.TokenStore;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.parse.UsualForm;
import org.weiwang.address.parse.Words;
import org.weiwang.atlas.AtlasSource;
import org.weiwang.atlas.circle.CircleStore;
import org.weiwang.circle.city.CitySource;
import org.weiwang.circle.standard.Standards;
import org.weiwang.circle.standard.StandardsException;
import org.weiwang.config.Settings;
import org.weiwang.edition.Assignments;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.Publisher;
import org.weiwang.edition.Servers;
import org.weiwang.edition.checking.CheckStore;
import org.weiwang.edition.comparing.Comparer;
import org.weiwang.edition.importing.Importer;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.edition.scenario.ScenarioStore;
import org.weiwang.store.AtlasSignals;
import org.weiwang.store.Backups;
import org.weiwang.store.Database;
import org.weiwang.store.JdbcAssignments;
import org.weiwang.store.JdbcAtlasSource;
import org.weiwang.store.JdbcAuditTrail;
import org.weiwang.store.JdbcCheckStore;
import org.weiwang.store.JdbcCircleStore;
import org.weiwang.store.JdbcCitySource;
import org.weiwang.store.JdbcComparisonStore;
import org.weiwang.store.JdbcEditionStore;
import org.weiwang.store.JdbcRoster;
import org.weiwang.store.JdbcScenarioStore;
import org.weiwang.store.JdbcServers;
import org.weiwang.store.JdbcStoredLayers;
import org.weiwang.store.JdbcTokenStore;
import org.weiwang.store.postgres.ConnectionSettings;

/** What every command needs: the database and what is done with it. */
public final class Backend implements AutoCloseable {
    /** How long a publication waits for the servers to prepare. */
    private static final Duration PREPARE_LIMIT = Duration.ofMinutes(2);

    private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
    private final Database database;
    private final EditionStore editions;
    private final CheckStore checks;
    private final Importer importer;
    private final Publisher publisher;
    private final AtlasSource atlasSource;
    private final Assignments assignments;
    private final StoredLayers layers;
    private final Standards standards;
    private final UsualForm usualForm;
    private final CitySource cities;
    private final CircleStore circles;
    private final ScenarioStore scenarios;
    private final Servers servers;
    private final TokenStore tokens;
    private final AuditTrail audit;
    private final Comparer comparer;

    /**
     * @throws IOException when standards or words of the users' own can't be used, or the program's
     *     own database can't be run, saying why
     * @throws org.weiwang.store.StoreException when the database can't be used
     */
    public Backend(Settings settings) throws IOException {
        this.standards = standards(settings.circle());
        this.usualForm = usualForm(settings.addressWords());
        this.database =
                Database.open(
                        settings.database()
                                .map(d -> new ConnectionSettings(d.url(), d.user(), d.password())),
                        settings.data());
        database.meter(meters);
        this.editions = new JdbcEditionStore(database.dataSource(), database.forLongWork());
        this.checks = new JdbcCheckStore(database.dataSource());
        this.importer = new Importer(editions);
        this.servers = new JdbcServers(database.dataSource());
        this.publisher = new Publisher(editions, servers, PREPARE_LIMIT);
        this.atlasSource =
                new JdbcAtlasSource(
                        database.dataSource(),
                        database.forLoading(),
                        new AddressBooks(settings.data().resolve("addresses")));
        this.assignments = new JdbcAssignments(database.dataSource());
        this.layers = new JdbcStoredLayers(database.dataSource());
        this.cities =
                new JdbcCitySource(
                        database.dataSource(),
                        database.forLoading(),
                        settings.circle().snapMetres());
        this.circles =
                new JdbcCircleStore(
                        database.forLoading(),
                        database.forLongWork(),
                        settings.circle().snapMetres());
        this.scenarios = new JdbcScenarioStore(database.dataSource());
        this.tokens = new JdbcTokenStore(database.dataSource());
        this.audit = new JdbcAuditTrail(database.dataSource());
        this.comparer = new Comparer(new JdbcComparisonStore(database.forLongWork()));
    }

    private static Standards standards(Settings.Circle settings) throws IOException {
        try {
            return Standards.read(settings.standards().orElse(null));
        } catch (StandardsException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static UsualForm usualForm(Map<String, String> words) throws IOException {
        Words usual = Words.USUAL;
        try {
            return new UsualForm(
                    new Words(
                            words.getOrDefault("group", usual.group()),
                            words.getOrDefault("number", usual.number()),
                            words.getOrDefault("building", usual.building()),
                            words.getOrDefault("unit", usual.unit()),
                            words.getOrDefault("floor", usual.floor()),
                            words.getOrDefault("room", usual.room())));
        } catch (IllegalArgumentException e) {
            throw new IOException("WEIWANG_ADDRESS_WORDS: " + e.getMessage(), e);
        }
    }

    public Importer importer() {
        return importer;
    }

    public Publisher publisher() {
        return publisher;
    }

    public EditionStore editions() {
        return editions;
    }

    CheckStore checks() {
        return checks;
    }

    public AtlasSource atlasSource() {
        return atlasSource;
    }

    StoredLayers layers() {
        return layers;
    }

    Assignments assignments() {
        return assignments;
    }

    /** How the tenant writes addresses. */
    UsualForm usualForm() {
        return usualForm;
    }

    Standards standards() {
        return standards;
    }

    public CitySource cities() {
        return cities;
    }

    public CircleStore circles() {
        return circles;
    }

    ScenarioStore scenarios() {
        return scenarios;
    }

    public Comparer comparer() {
        return comparer;
    }

    Servers servers() {
        return servers;
    }

    /** Where a server of this name, different from all others, tells what it holds. */
    JdbcRoster roster(String name) {
        return new JdbcRoster(database.dataSource(), name);
    }

    /**
     * @param wake run when what is in force or comes next may have changed
     */
    AtlasSignals signals(Runnable wake) {
        return new AtlasSignals(database.unpooled(), wake);
    }

    public TokenStore tokens() {
        return tokens;
    }

    public AuditTrail audit() {
        return audit;
    }

    public Backups backups() {
        return database.backups();
    }

    /** What is counted and timed goes to whoever is added to it. */
    CompositeMeterRegistry meters() {
        return meters;
    }

    @Override
    public void close() {
        meters.close();
        database.close();
    }
}
