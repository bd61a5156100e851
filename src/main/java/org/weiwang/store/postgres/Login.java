package org.weiwang.store.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;

/** Connections to the server that see that it is up and that it holds our database. */
final class Login {
    private static final String MAINTENANCE = "postgres";
    private static final String FIND_DATABASE =
            "SELECT 1 FROM pg_database WHERE datname = '" + EmbeddedPostgres.DATABASE + "'";
    private static final String CREATE_DATABASE = "CREATE DATABASE " + EmbeddedPostgres.DATABASE;
    private static final String CREATE_POSTGIS =
            "CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public";

    private static final String REFUSED = "08001";
    private static final String BROKEN_OFF = "08006";
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final Set<String> NOT_UP = Set.of(REFUSED, BROKEN_OFF, CANNOT_CONNECT_NOW);

    private Login() {}

    static ConnectionSettings settings(int port, String password) {
        return settings(port, EmbeddedPostgres.DATABASE, password);
    }

    /**
     * Whether the server takes connections; false while it starts, recovers or stops.
     *
     * @throws IOException when it refuses ours for good
     */
    static boolean isUp(int port, String password) throws IOException {
        try {
            connect(settings(port, MAINTENANCE, password)).close();
            return true;
        } catch (SQLException e) {
            if (NOT_UP.contains(e.getSQLState())) {
                return false;
            }
            throw new IOException(
                    "PostgreSQL runs on port " + port + " but refuses us: " + e.getMessage(), e);
        }
    }

    /** Makes what is missing of the database: an earlier attempt may have been cut short. */
    static void prepare(int port, String password) throws IOException {
        try {
            try (Connection server = connect(settings(port, MAINTENANCE, password));
                    Statement statement = server.createStatement()) {
                boolean found;
                try (ResultSet row = statement.executeQuery(FIND_DATABASE)) {
                    found = row.next();
                }
                if (!found) {
                    statement.execute(CREATE_DATABASE);
                }
            }
            try (Connection database = connect(settings(port, password));
                    Statement statement = database.createStatement()) {
                statement.execute(CREATE_POSTGIS);
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL could not make our database: " + e.getMessage(), e);
        }
    }

    private static ConnectionSettings settings(int port, String database, String password) {
        return new ConnectionSettings(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                EmbeddedPostgres.USER,
                password);
    }

    private static Connection connect(ConnectionSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("sslmode", "disable");
        return DriverManager.getConnection(settings.url(), properties);
    }
}
