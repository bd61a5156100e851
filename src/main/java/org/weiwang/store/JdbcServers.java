package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Servers;

/** Asks the servers through tables that all of them read and write. */
public final class JdbcServers implements Servers {
    /** The time beyond the limit is for what is done between preparing and {@link #over}. */
    private static final String ANNOUNCE =
            """
            INSERT INTO edition_to_prepare (edition, announced_at, expires_at)
            SELECT ?, moment, moment + ? * interval '1 millisecond' + interval '5 minutes'
            FROM (SELECT clock_timestamp() AS moment) AS clock
            ON CONFLICT (edition) DO UPDATE SET expires_at = excluded.expires_at
            """;

    private static final String NOT_PREPARED =
            """
            SELECT name FROM server
            WHERE prepared IS DISTINCT FROM ?
                AND seen_at > clock_timestamp() - interval '10 seconds'
            ORDER BY name
            """;

    private static final String OVER =
            """
            DELETE FROM edition_to_prepare WHERE edition = ? OR expires_at < clock_timestamp()
            """;

    private static final String NOTIFY = "SELECT pg_notify('weiwang_prepare', ?)";

    private static final long POLL_MILLIS = 50;

    private final DataSource database;

    public JdbcServers(DataSource database) {
        this.database = database;
    }

    @Override
    public List<String> prepare(Edition edition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        tell(edition, ANNOUNCE, edition.id(), limit.toMillis());
        List<String> lacking = notPrepared(edition);
        while (!lacking.isEmpty() && System.nanoTime() < end && pause()) {
            lacking = notPrepared(edition);
        }
        return lacking;
    }

    @Override
    public void over(Edition edition) {
        tell(edition, OVER, edition.id());
    }

    /** Together with what it tells of. */
    private void tell(Edition edition, String sql, Object... values) {
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, sql, values);
            Sql.query(connection, NOTIFY, row -> {}, edition.id());
        } catch (SQLException e) {
            throw new StoreException("telling the servers of " + edition.id(), e);
        }
    }

    private List<String> notPrepared(Edition edition) {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            Sql.query(connection, NOT_PREPARED, row -> names.add(row.getString(1)), edition.id());
        } catch (SQLException e) {
            throw new StoreException("asking the servers for " + edition.id(), e);
        }
        return names;
    }

    /** False when the thread is interrupted. */
    private static boolean pause() {
        try {
            Thread.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
