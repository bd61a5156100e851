package org.weiwang.store;

import com.zaxxer.hikari.HikariConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.weiwang.store.postgres.ConnectionSettings;
import org.weiwang.store.postgres.EmbeddedPostgres;

/** The database in use, its schema brought up to date. Thread-safe. */
public final class Database implements AutoCloseable {
    static final String SCHEMA = "weiwang";

    private static final String ENSURE_POSTGIS =
            "CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public";

    /** PostGIS may lie in any schema of a server that is not ours. */
    private static final String POSTGIS_SCHEMA =
            """
            SELECT quote_ident(nspname)
            FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
            WHERE extname = 'postgis'
            """;

    /** How long a server that does not answer is waited for when a connection is made. */
    private static final int LOGIN_SECONDS = 10;

    private static final long VALIDATION_MILLIS = 1_000;

    /**
     * How a pool is used.
     *
     * @param waitMillis how long a connection is waited for
     * @param silenceSeconds how long the server may say nothing: a server that hangs closes nothing
     */
    private record Use(
            String name, int connections, int idle, long waitMillis, int silenceSeconds) {
        /** Who asks while the database is away is told so rather than kept waiting. */
        static final Use REQUESTS = new Use("requests", 8, 1, 2_000, 10);

        /** Indexes of a large district take a while to build. */
        static final Use LONG_WORK = new Use("long-work", 8, 0, 5_000, 3_600);

        /**
         * Rows come one piece after another, so that a server which is silent for a minute is gone:
         * who loads then has to ask the one in its place.
         */
        static final Use LOADING = new Use("loading", 5, 0, 5_000, 60);
    }

    private final Optional<Revival> own;
    private final ConnectionSettings settings;
    private final List<Pool> pools = new ArrayList<>();
    private final Pool requests;
    private final Pool longWork;
    private final Pool loading;
    private final PGSimpleDataSource unpooled = new PGSimpleDataSource();

    private Database(Optional<Revival> own, ConnectionSettings settings) {
        this.own = own;
        this.settings = settings;
        String searchPath = "SET search_path TO " + SCHEMA + ", " + schemaOfPostgis(settings);
        try {
            this.longWork = open(Use.LONG_WORK, searchPath);
            migrate();
            this.requests = open(Use.REQUESTS, searchPath);
            this.loading = open(Use.LOADING, searchPath);
        } catch (RuntimeException e) {
            pools.forEach(Pool::close);
            throw e;
        }
        unpooled.setURL(settings.url());
        unpooled.setUser(settings.user());
        unpooled.setPassword(settings.password());
        unpooled.setTcpKeepAlive(true);
        unpooled.setApplicationName("weiwang signals");
    }

    /**
     * Opens a server's database, or else the program's own in the data folder. The latter is
     * stopped at the latest when the process is told to stop, even while it is being opened.
     *
     * @throws IOException when the program's own database can't be run, saying why
     * @throws StoreException when the server can't be reached or has no PostGIS
     */
    public static Database open(Optional<ConnectionSettings> server, Path data) throws IOException {
        if (server.isPresent()) {
            return new Database(Optional.empty(), server.get());
        }
        Revival own = new Revival(openOwn(data.resolve("postgres")));
        try {
            return new Database(Optional.of(own), own.connection());
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    private static EmbeddedPostgres openOwn(Path folder) throws IOException {
        CompletableFuture<Optional<EmbeddedPostgres>> opening = new CompletableFuture<>();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> opening.join().ifPresent(EmbeddedPostgres::close),
                                "stop-postgres"));
        Optional<EmbeddedPostgres> own = Optional.empty();
        try {
            own = Optional.of(EmbeddedPostgres.open(folder));
            return own.get();
        } finally {
            opening.complete(own);
        }
    }

    private Pool open(Use use, String searchPath) {
        HikariConfig config = new HikariConfig();
        PatientDataSource source =
                new PatientDataSource(settings.url(), properties(settings), use.silenceSeconds);
        config.setDataSource(source);
        config.setMaximumPoolSize(use.connections);
        config.setMinimumIdle(use.idle);
        config.setConnectionTimeout(use.waitMillis);
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.setPoolName(use.name);
        config.setConnectionInitSql(searchPath);
        try {
            Pool pool = new Pool(config, source);
            pools.add(pool);
            return pool;
        } catch (RuntimeException e) {
            throw new StoreException("connecting as " + settings, e);
        }
    }

    /** Those in the address of the server count for more. */
    private static Properties properties(ConnectionSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "" + LOGIN_SECONDS);
        properties.setProperty("loginTimeout", "" + LOGIN_SECONDS);
        properties.setProperty("socketTimeout", "" + LOGIN_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    private void migrate() {
        try {
            flyway().migrate();
        } catch (FlywayException e) {
            throw new StoreException("bringing the schema up to date", e);
        }
    }

    private Flyway flyway() {
        return Flyway.configure().dataSource(longWork).schemas(SCHEMA).load();
    }

    private static String schemaOfPostgis(ConnectionSettings settings) {
        try (Connection connection =
                        DriverManager.getConnection(settings.url(), properties(settings));
                Statement statement = connection.createStatement()) {
            statement.execute(ENSURE_POSTGIS);
            try (ResultSet schema = statement.executeQuery(POSTGIS_SCHEMA)) {
                schema.next();
                return schema.getString(1);
            }
        } catch (SQLException e) {
            throw new StoreException("connecting as " + settings, e);
        }
    }

    /**
     * For what requests wait for: a connection is had soon or not at all, and a statement is given
     * up when the server says nothing for 10 seconds.
     */
    public DataSource dataSource() {
        return requests;
    }

    /** For imports, and all else whose statements may take minutes. */
    public DataSource forLongWork() {
        return longWork;
    }

    /**
     * For what a server loads into memory, which neither waits for long work nor for requests, nor
     * they for it: one connection for each of the five that load at a time.
     */
    public DataSource forLoading() {
        return loading;
    }

    /** Tells how the connections are used; to be called once. */
    public void meter(MeterRegistry meters) {
        pools.forEach(pool -> pool.setMetricRegistry(meters));
    }

    /** Writes all of it to a file and puts it back. */
    public Backups backups() {
        return new Backups(settings, longWork, this::flyway);
    }

    /** Makes a new connection each time, for signals. */
    public DataSource unpooled() {
        return unpooled;
    }

    /**
     * Closes the connections of the pools, and stops the program's own server when no one else uses
     * it.
     */
    @Override
    public void close() {
        pools.forEach(Pool::close);
        own.ifPresent(Revival::close);
    }
}
