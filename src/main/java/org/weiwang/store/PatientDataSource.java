package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes the connections of a pool. While the server is away it tries on at a steady pace, so that
 * the pool has one as soon as the server is back: by itself a pool tries less and less often, and
 * goes on refusing for seconds after that. Thread-safe.
 */
final class PatientDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;
    private static final long PAUSE_MILLIS = 200;

    private final int silenceMillis;
    private volatile boolean wasReached;
    private volatile boolean closed;
    private volatile SQLException absence;

    /**
     * @param usual properties of the driver, user and password among them; those in the address of
     *     the server count for more
     * @param silenceSeconds how long the server may say nothing on a connection that is made,
     *     unless its address says otherwise
     */
    PatientDataSource(String url, Properties usual, int silenceSeconds) {
        setURL(url);
        Properties inAddress = Driver.parseURL(url, null);
        for (String name : usual.stringPropertyNames()) {
            if (!inAddress.containsKey(name)) {
                setProperty(PGProperty.forName(name), usual.getProperty(name));
            }
        }
        boolean isTold = inAddress.containsKey(PGProperty.SOCKET_TIMEOUT.getName());
        this.silenceMillis = isTold ? 0 : (int) TimeUnit.SECONDS.toMillis(silenceSeconds);
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
                if (silenceMillis > 0) {
                    made.setNetworkTimeout(Runnable::run, silenceMillis);
                }
                wasReached = true;
                absence = null;
                return made;
            } catch (SQLException e) {
                absence = StoreException.isAway(e) ? e : null;
                if (absence == null || !wasReached || closed || !pause()) {
                    throw e;
                }
            }
        }
    }

    /** From now on nobody waits until the server is back. */
    void close() {
        closed = true;
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
