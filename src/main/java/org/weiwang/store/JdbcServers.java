package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Servers;

/** Asks the servers through tables that all of them read and write. */
public final class JdbcServers implements Servers {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcServers.class);

    /** Short, so that nobody waits long for what a publisher that was killed has announced. */
    private static final String ANNOUNCE =
            """
            INSERT INTO edition_to_prepare (edition, announced_at, expires_at)
            SELECT ?, moment, moment + interval '20 seconds'
            FROM (SELECT clock_timestamp() AS moment) AS clock
            ON CONFLICT (edition) DO UPDATE SET expires_at = excluded.expires_at
            """;

    /** What is left when the waiting ends is for the publication itself. */
    private static final String RENEW =
            """
            UPDATE edition_to_prepare SET expires_at = clock_timestamp() + interval '20 seconds'
            WHERE edition = ? AND expires_at < clock_timestamp() + interval '15 seconds'
            """;

    /**
     * What is in force is not held ready beside it, nor waited for. An edition may have been held
     * ready with other data before, so that of circles only what was told since counts.
     */
    private static final String NOT_PREPARED =
            """
            SELECT name, is_part_lacking
            FROM server
            CROSS JOIN LATERAL (
                SELECT
                    ? <> ALL (prepared) AS is_part_lacking,
                    ? <> ALL (circles_prepared) OR circles_as_of < ? AS is_circle_lacking) AS lacking
            WHERE (is_part_lacking OR coalesce(is_circle_lacking, false))
                AND seen_at > clock_timestamp() - interval '10 seconds'
                AND ? NOT IN (SELECT id FROM edition_in_force)
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
    public Late prepare(Edition edition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        OffsetDateTime announced = announce(edition);
        Late late = late(edition, announced);
        while (!late.equals(Late.NONE) && System.nanoTime() < end && pause()) {
            late = late(edition, announced);
        }
        return late;
    }

    @Override
    public void over(Edition edition) {
        try {
            tell(edition, OVER, edition.id());
        } catch (SQLException e) {
            // The publication may be made; whether the servers are told changes nothing of that.
            LOG.warn("what was announced of {} expires by itself: {}", edition.id(), e.toString());
        }
    }

    /** A moment at which all can see what is announced. */
    private OffsetDateTime announce(Edition edition) {
        try {
            tell(edition, ANNOUNCE, edition.id());
            try (Connection connection = database.getConnection()) {
                return Sql.moment(connection);
            }
        } catch (SQLException e) {
            throw new StoreException("telling the servers of " + edition.id(), e);
        }
    }

    /** Together with what it tells of. */
    private void tell(Edition edition, String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, sql, values);
            Sql.query(connection, NOTIFY, row -> {}, edition.id());
        }
    }

    /** Asks, and says that someone still waits. */
    private Late late(Edition edition, OffsetDateTime announced) {
        List<String> notPrepared = new ArrayList<>();
        List<String> withoutCircle = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, RENEW, edition.id());
            Sql.query(
                    connection,
                    NOT_PREPARED,
                    row -> (row.getBoolean(2) ? notPrepared : withoutCircle).add(row.getString(1)),
                    edition.id(),
                    edition.id(),
                    announced,
                    edition.id());
        } catch (SQLException e) {
            throw new StoreException("asking the servers for " + edition.id(), e);
        }
        return new Late(notPrepared, withoutCircle);
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
