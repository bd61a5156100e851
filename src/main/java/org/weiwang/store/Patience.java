package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long the statements that answer one request may take together. They end before the connection
 * is given up, or the server would work on for nobody.
 */
final class Patience {
    private static final Duration WHOLE = Duration.ofSeconds(8);

    private static final String BOUND = "SELECT set_config('statement_timeout', ?, true)";

    private final long end;

    Patience() {
        this(WHOLE);
    }

    Patience(Duration whole) {
        this.end = System.nanoTime() + whole.toNanos();
    }

    /** Leaves the next statement of the transaction what is left; a moment at least. */
    void bound(Connection connection) throws SQLException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        Sql.query(connection, BOUND, row -> {}, Math.max(1, left) + "ms");
    }
}
