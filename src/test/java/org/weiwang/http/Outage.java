package org.weiwang.http;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.weiwang.store.postgres.ConnectionSettings;

/** A time in which nobody gets into a database. */
final class Outage {
    private final ConnectionSettings database;

    private Outage(ConnectionSettings database) {
        this.database = database;
    }

    /** Lets no one in, and those out who are in. */
    static Outage begin(ConnectionSettings database) throws SQLException {
        Outage outage = new Outage(database);
        outage.execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS false");
        outage.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'");
        return outage;
    }

    void end() throws SQLException {
        execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS true");
    }

    private void execute(String sql) throws SQLException {
        String name = database.url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
        String url = database.url().replace("/" + name, "/postgres");
        try (Connection connection =
                        DriverManager.getConnection(url, database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(name));
        }
    }
}
