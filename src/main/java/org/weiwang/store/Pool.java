package org.weiwang.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;

/**
 * A pool of connections at which few may wait. While the database is away each of them waits for
 * its time; were there no bound, they would soon be all the threads that answer requests, and with
 * them those that need no database. Thread-safe.
 */
final class Pool extends HikariDataSource {
    private static final int WAITING = 16;

    private final Semaphore places = new Semaphore(WAITING);
    private final PatientDataSource source;

    /**
     * @param source that the config names
     */
    Pool(HikariConfig config, PatientDataSource source) {
        super(config);
        this.source = source;
    }

    /**
     * @throws SQLTransientConnectionException at once when many are waiting already, or when none
     *     could be had in time
     */
    @Override
    public Connection getConnection() throws SQLException {
        if (!places.tryAcquire()) {
            throw new SQLTransientConnectionException(
                    WAITING + " are waiting for a connection already");
        }
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException e) {
            throw source.absence().map(reason -> because(e, reason)).orElse(e);
        } finally {
            places.release();
        }
    }

    /** Also while the database is away. */
    @Override
    public void close() {
        source.close();
        super.close();
    }

    private static SQLTransientConnectionException because(
            SQLTransientConnectionException late, SQLException reason) {
        return new SQLTransientConnectionException(
                late.getMessage() + ": " + reason.getMessage(), reason.getSQLState(), reason);
    }
}
