package org.weiwang.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.weiwang.store.postgres.ConnectionSettings;
import org.weiwang.store.postgres.EmbeddedPostgres;

/**
 * The tests' databases, all in one server that lives as long as the test run: a container where a
 * Docker engine answers, else a cluster of our own. The system property {@code
 * weiwang.test.database} (auto, embedded, container) forces either.
 */
public final class TestDatabase {
    private static final String PROPERTY = "weiwang.test.database";
    private static final String TEMPLATE = "weiwang";

    /** Made by script/test-image. */
    private static final String IMAGE = "weiwang/postgis-test:local";

    private static final Path CLUSTER = Path.of("target", "test-postgres");
    private static final String RUN = Long.toString(ProcessHandle.current().pid());
    private static final AtomicInteger MADE = new AtomicInteger();

    private static ConnectionSettings server;

    private TestDatabase() {}

    /**
     * A new, empty database with PostGIS in schema public, dropped when the test run ends. Safe for
     * use by several threads.
     */
    public static ConnectionSettings fresh() {
        ConnectionSettings settings = server();
        String name = "test_" + RUN + "_" + MADE.incrementAndGet();
        execute(settings, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return inDatabase(settings, name);
    }

    private static synchronized ConnectionSettings server() {
        if (server == null) {
            server = start(System.getProperty(PROPERTY, "auto"));
        }
        return server;
    }

    private static ConnectionSettings start(String choice) {
        return switch (choice) {
            case "embedded" -> embedded();
            case "container" -> container();
            case "auto" ->
                    DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
            default ->
                    throw new IllegalStateException(
                            PROPERTY + " is auto, embedded or container, not " + choice);
        };
    }

    private static ConnectionSettings embedded() {
        EmbeddedPostgres postgres;
        try {
            postgres = EmbeddedPostgres.open(CLUSTER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ConnectionSettings settings = inDatabase(postgres.connection(), "postgres");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, settings)));
        System.out.println("Test database: embedded cluster in " + CLUSTER.toAbsolutePath());
        return settings;
    }

    /** The cluster stays for the next run, which then starts faster; the databases do not. */
    private static void end(EmbeddedPostgres postgres, ConnectionSettings settings) {
        try (postgres) {
            for (int i = 1; i <= MADE.get(); i++) {
                execute(settings, "DROP DATABASE test_" + RUN + "_" + i + " WITH (FORCE)");
            }
        }
    }

    @SuppressWarnings("resource") // It lives as long as the test run; Testcontainers stops it.
    private static ConnectionSettings container() {
        PostgreSQLContainer container =
                new PostgreSQLContainer(
                                DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))
                        .withDatabaseName(TEMPLATE)
                        .withUsername("weiwang")
                        .withPassword("a-word-that-nothing-else-says")
                        .withImagePullPolicy(image -> false)
                        .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\n", 1));
        try {
            container.start();
        } catch (ContainerLaunchException e) {
            throw new IllegalStateException(
                    "the container of " + IMAGE + " (made by script/test-image) does not start", e);
        }
        ConnectionSettings template =
                new ConnectionSettings(
                        container.getJdbcUrl(), container.getUsername(), container.getPassword());
        execute(template, "CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public");
        System.out.println("Test database: container of " + IMAGE);
        return inDatabase(template, "postgres");
    }

    private static ConnectionSettings inDatabase(ConnectionSettings settings, String name) {
        String url = settings.url().replaceFirst("/[^/?]+(\\?.*)?$", "/" + name);
        return new ConnectionSettings(url, settings.user(), settings.password());
    }

    private static void execute(ConnectionSettings settings, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(
                                settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " on " + settings + ": " + e.getMessage(), e);
        }
    }
}
