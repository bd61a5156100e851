package org.weiwang.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.weiwang.store.postgres.ConnectionSettings;
import org.weiwang.store.postgres.EmbeddedPostgres;

/** The database in use, its schema brought up to date. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final String SCHEMA = "weiwang";

    private static final String ENSURE_POSTGIS =
            "CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public";

    /** PostGIS may lie in any schema of a server that is not ours. */
    private static final String POSTGIS_SCHEMA =
            """
            SELECT quote_ident(nspname)
            FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
            WHERE extname = 'postgis'
            """;

    private static final int POOL_SIZE = 8;

    /** Who asks while the database is away is told so rather than kept waiting. */
    private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

    private final Optional<EmbeddedPostgres> own;
    private final HikariDataSource pool;
    private final PGSimpleDataSource unpooled = new PGSimpleDataSource();

    private Database(Optional<EmbeddedPostgres> own, ConnectionSettings settings) {
        this.own = own;
        this.pool = connect(settings);
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
        EmbeddedPostgres own = openOwn(data.resolve("postgres"));
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

    private static HikariDataSource connect(ConnectionSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setPoolName("weiwang");
        config.setConnectionInitSql(
                "SET search_path TO " + SCHEMA + ", " + schemaOfPostgis(settings));
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreException("connecting as " + settings, e);
        }
        try {
            Flyway.configure().dataSource(pool).schemas(SCHEMA).load().migrate();
            return pool;
        } catch (FlywayException e) {
            pool.close();
            throw new StoreException("bringing the schema up to date", e);
        }
    }

    private static String schemaOfPostgis(ConnectionSettings settings) {
        try (Connection connection =
                        DriverManager.getConnection(
                                settings.url(), settings.user(), settings.password());
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

    public DataSource dataSource() {
        return pool;
    }

    /** Makes a new connection each time, for signals. */
    public DataSource unpooled() {
        return unpooled;
    }

    /**
     * Closes the connections of the pool, and stops the program's own server when no one else uses
     * it.
     */
    @Override
    public void close() {
        pool.close();
        own.ifPresent(EmbeddedPostgres::close);
    }
}
