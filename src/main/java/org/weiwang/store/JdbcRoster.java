package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.atlas.Roster;
import org.weiwang.atlas.circle.CircleRoster;
import org.weiwang.edition.Edition;

/** The servers in the table {@code server}, from which each removes those that are long dead. */
public final class JdbcRoster implements Roster, CircleRoster {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcRoster.class);

    private static final String REPORT =
            """
            INSERT INTO server (name, seen_at, atlas_version, prepared)
            VALUES (?, clock_timestamp(), ?, ?)
            ON CONFLICT (name) DO UPDATE SET
                seen_at = excluded.seen_at,
                atlas_version = excluded.atlas_version,
                prepared = excluded.prepared
            """;

    private static final String REPORT_CIRCLES =
            "UPDATE server SET circles_prepared = ?, circles_as_of = ? WHERE name = ?";

    private static final String REMOVE_DEAD =
            "DELETE FROM server WHERE seen_at < clock_timestamp() - interval '30 seconds'";

    private static final String LEAVE = "DELETE FROM server WHERE name = ?";

    private final DataSource database;
    private final String name;

    /**
     * @param name of this server, different from all others
     */
    public JdbcRoster(DataSource database, String name) {
        this.database = database;
        this.name = name;
    }

    @Override
    public void report(long atlasVersion, List<Edition> prepared) {
        String[] editions = prepared.stream().map(Edition::id).toArray(String[]::new);
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, REPORT, name, atlasVersion, editions);
            Sql.update(connection, REMOVE_DEAD);
        } catch (SQLException e) {
            throw new StoreException("telling that this server lives", e);
        }
    }

    @Override
    public void reportCircles(List<String> editions, Instant asOf) {
        try (Connection connection = database.getConnection()) {
            Sql.update(
                    connection,
                    REPORT_CIRCLES,
                    editions.toArray(String[]::new),
                    asOf.atOffset(ZoneOffset.UTC),
                    name);
        } catch (SQLException e) {
            throw new StoreException("telling what circles this server holds", e);
        }
    }

    @Override
    public void leave() {
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, LEAVE, name);
        } catch (SQLException e) {
            LOG.warn("this server stays listed for some seconds: {}", e.getMessage());
        }
    }
}
