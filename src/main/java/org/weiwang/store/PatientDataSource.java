package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.weiwang.store.postgres.ConnectionSettings;

/**
 * Makes the connections of a pool. While the server is away it tries on at a steady pace, so that
 * the pool has one as soon as the server is back: by itself a pool tries less and less often, and
 * goes on refusing for seconds after that. Thread-safe.
 */
final class PatientDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;
    private static final long PAUSE_MILLIS = 200;

    private volatile boolean wasReached;
    private volatile SQLException absence;

    /**
     * @param timeouts properties of the driver; those in the address of the server count for more
     */
    PatientDataSource(ConnectionSettings settings, Properties timeouts) {
        for (String name : timeouts.stringPropertyNames()) {
            setProperty(PGProperty.forName(name), timeouts.getProperty(name));
        }
        setURL(settings.url());
        setUser(settings.user());
        setPassword(settings.password());
    }

    /** Why the server can't be reached; empty when it could be when it was last tried. */
    Optional<SQLException> absence() {
        return Optional.ofNullable(absence);
    }

    /**
     * Waits until the server can be reached.
     *
     * @throws SQLException when it refuses, when it was away ever since this was made, so that
     *     whoever starts is told at once, or when the thread is interrupted
     */
    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                Connection made = super.getConnection();
                wasReached = true;
                absence = null;
                return made;
            } catch (SQLException e) {
                absence = StoreException.isAway(e) ? e : null;
                if (absence == null || !wasReached || !pause()) {
                    throw e;
                }
            }
        }
    }

    /** False when the thread is interrupted. */
    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Does nothing: a pool would have it as short as it lets requests wait. */
    @Override
    public void setLoginTimeout(int seconds) {}
}
