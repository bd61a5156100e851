package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other processes tell servers through the database, on a connection of its own. Where
 * it is lost it is made anew by itself, less and less often as long as that fails. Thread-safe.
 */
public final class AtlasSignals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AtlasSignals.class);

    private static final String LISTEN = "LISTEN weiwang_atlas; LISTEN weiwang_prepare";

    /** A connection that the network has forgotten looks as if nobody told anything. */
    private static final int CHECK_MILLIS = 10_000;

    private static final int CHECK_LIMIT_SECONDS = 5;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long STOP_MILLIS = 5_000;

    private final DataSource database;
    private final Runnable wake;
    private final Thread thread = new Thread(this::run, "atlas-signals");
    private final CountDownLatch closed = new CountDownLatch(1);
    private Connection listening;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private boolean failing;

    /**
     * @param database makes a new connection each time
     * @param wake run when something is told, and whenever something may have been missed
     */
    public AtlasSignals(DataSource database, Runnable wake) {
        this.database = database;
        this.wake = wake;
        thread.setDaemon(true);
    }

    /** To be called once. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                try (Connection connection = database.getConnection()) {
                    listen(connection);
                } catch (SQLException e) {
                    lost(e);
                }
            } while (!closed.await(pauseMillis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Connection connection) throws SQLException {
        if (!hold(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(LISTEN);
        }
        listens();
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (closed.getCount() > 0) {
            if (notifications.getNotifications(CHECK_MILLIS).length > 0) {
                wake.run();
            } else if (!connection.isValid(CHECK_LIMIT_SECONDS)) {
                throw new SQLException("the connection is dead");
            }
            pauseMillis = FIRST_PAUSE_MILLIS;
        }
    }

    /** For {@link #close} to break off; false when that was faster. */
    private synchronized boolean hold(Connection connection) {
        listening = connection;
        return closed.getCount() > 0;
    }

    private void listens() {
        if (failing) {
            LOG.info("changes of what is in force are heard of again");
        }
        failing = false;
        wake.run();
    }

    /** Says so once for each outage. Nobody hears nothing: what is in force is asked for too. */
    private void lost(SQLException reason) {
        if (closed.getCount() == 0) {
            return;
        }
        if (!failing) {
            LOG.warn("changes of what is in force are not heard of: {}", reason.getMessage());
            wake.run();
        }
        failing = true;
        pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    }

    @Override
    public void close() {
        closed.countDown();
        breakOff();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void breakOff() {
        if (listening == null) {
            return;
        }
        try {
            listening.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.warn("a connection could not be broken off: {}", e.getMessage());
        }
    }
}
