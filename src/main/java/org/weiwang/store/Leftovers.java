package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.edition.Edition;

/**
 * Removes what is not in force and can't come back, apart from the publication, which it would make
 * long. Addresses and data sets that were in force stay for a while, since servers give out pages
 * of them. What is not removed, since the process was killed, someone is reading it or someone is
 * changing its district, goes the next time.
 */
final class Leftovers {
    /**
     * What servers keep of an atlas that they have replaced, or of a living circle, they keep for
     * ten minutes; until they replace it, all data of a city may have to be loaded.
     */
    static final Duration KEPT_FOR = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '%s'";

    /**
     * Whoever reads is waited for, and who comes meanwhile waits too, but no longer than this. Long
     * enough for PostgreSQL to call its own vacuum off, which it does after a second.
     */
    private static final String PATIENCE = "2s";

    /** Who reads one table for long, as a backup does, often reads them all. */
    private static final String PATIENCE_AFTER_ONE_IN_VAIN = "10ms";

    /**
     * No edition brings a data set back once a newer one that came alone is in force, which here it
     * must have been for some seconds. One that came alone without being put in force is of no use
     * either.
     */
    private static final String SUPERSEDED =
            """
            SELECT version, name FROM data_set
            WHERE version IN (
                SELECT old.version
                FROM data_set_effective AS old JOIN data_set AS alone
                    ON alone.district = old.district AND alone.name = old.name
                WHERE (alone.in_force_from, alone.version) > (old.effective_from, old.version)
                    AND alone.in_force_from <= clock_timestamp() - ? * interval '1 second')
                OR (edition IS NULL AND in_force_from IS NULL)
            ORDER BY version
            FOR UPDATE
            """;

    private static final String OF_EDITION =
            "SELECT version, name FROM data_set WHERE edition = ? FOR UPDATE";

    private static final String FINDINGS_OF_EDITION =
            "SELECT version, name FROM data_set WHERE edition = ? AND name = 'finding' FOR UPDATE";

    private static final String REMOVE_DATA_SET = "DELETE FROM data_set WHERE version = ?";

    /**
     * Parts whose data set or run is gone, or whose pair nothing awaits and was not in force in the
     * last seconds, of which there are so many. A pair placed since the last publication may be
     * there for the next, of an edition that was in force before.
     */
    private static final String UNUSED_TABLES =
            """
            WITH clock AS MATERIALIZED (
                SELECT now, now - ? * interval '1 second' AS since
                FROM clock_timestamp() AS now),
            change AS (
                SELECT district, since AS moment FROM clock, edition_in_force_at(since)
                UNION
                SELECT district, effective_from
                FROM publication_standing JOIN clock ON effective_from BETWEEN since AND now
                UNION
                SELECT district, in_force_from
                FROM data_set JOIN clock ON in_force_from BETWEEN since AND now),
            used AS (
                SELECT edition.id, data_set.version
                FROM change
                JOIN LATERAL edition_in_force_at(change.moment) AS edition
                    ON edition.district = change.district
                CROSS JOIN LATERAL data_set_beside(edition.id, change.moment) AS data_set
                WHERE data_set.name = 'address'
                UNION
                SELECT awaited.id, data_set.version
                FROM edition_awaited AS awaited
                CROSS JOIN LATERAL data_set_beside(awaited.id, awaited.moment) AS data_set
                WHERE data_set.name = 'address'
                UNION
                SELECT summary.edition, data_set.version
                FROM assignment_summary AS summary
                JOIN data_set ON data_set.version = summary.data_set
                WHERE placed_at > ALL (
                    SELECT published_at FROM publication_standing
                    WHERE district = data_set.district)),
            part AS (
                SELECT child.oid, child.relname, pg_inherits.inhparent
                FROM pg_inherits JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid),
            of_edition AS (
                SELECT * FROM part WHERE inhparent = 'assignment'::regclass)
            SELECT relname, NULL AS district FROM part
            WHERE inhparent = 'address'::regclass
                AND relname NOT IN (SELECT 'address_' || version FROM data_set)
            UNION ALL
            SELECT relname, NULL FROM part
            WHERE inhparent IN ('circle_group'::regclass, 'circle_result'::regclass)
                AND relname NOT IN (
                    SELECT whole || '_' || id
                    FROM circle_run
                    CROSS JOIN (VALUES ('circle_group'), ('circle_result')) AS tables (whole))
            UNION ALL
            SELECT relname, split_part(relname, '_', 2) FROM of_edition
            WHERE relname NOT IN (SELECT 'assignment_' || replace(id, '-', '_') FROM used)
            UNION ALL
            SELECT part.relname, split_part(part.relname, '_', 2)
            FROM part JOIN of_edition ON part.inhparent = of_edition.oid
            WHERE part.relname NOT IN (
                SELECT 'assignment_' || replace(id, '-', '_') || '_' || version FROM used)
            """;

    private static final String IS_UNUSED =
            "SELECT count(*) FROM (" + UNUSED_TABLES + ") AS unused WHERE relname = ?";

    /**
     * Of the living circle what was computed from what is gone, was not in force in the last
     * seconds, of which there are so many, and can't come to be, or was numbered before a restore.
     * Groups and results go with their tables.
     */
    private static final String REMOVE_CIRCLES =
            """
            WITH clock AS MATERIALIZED (
                SELECT now, now - ? * interval '1 second' AS since
                FROM clock_timestamp() AS now),
            gone AS (
                DELETE FROM circle_run
                WHERE NOT editions <@ ARRAY(
                        SELECT id COLLATE "C" FROM clock, edition_in_force_at(since)
                        UNION ALL
                        SELECT edition
                        FROM publication_standing
                        JOIN clock ON effective_from BETWEEN since AND now
                        UNION ALL
                        SELECT id COLLATE "C" FROM edition_awaited
                        UNION ALL
                        SELECT edition FROM edition_to_prepare)
                    OR NOT (roads || facilities || addresses || land)
                        <@ ARRAY(SELECT version FROM data_set)
                    OR history <> (SELECT id FROM history)
                RETURNING id)
            DELETE FROM circle_equity WHERE run IN (SELECT id FROM gone)
            """;

    /**
     * @param district whose assignments it has; null where what it has is of something that is gone
     */
    private record Unused(String table, String district) {}

    private final long seconds;

    /**
     * @param keptFor how long those stay that were in force, in whole seconds
     */
    Leftovers(Duration keptFor) {
        this.seconds = keptFor.toSeconds();
    }

    /**
     * @param connection that does not commit by itself, with no transaction begun
     */
    void remove(Connection connection) {
        try {
            removeRows(connection, SUPERSEDED, seconds);
            Sql.update(connection, REMOVE_CIRCLES, seconds);
            connection.commit();
            String patience = PATIENCE;
            for (Unused unused : unusedTables(connection)) {
                if (!drop(connection, unused, patience)) {
                    patience = PATIENCE_AFTER_ONE_IN_VAIN;
                }
            }
        } catch (SQLException | RuntimeException e) {
            // What was committed before stands, and must not look failed.
            LOG.warn("what is no longer in force is removed the next time: {}", e.toString());
        }
    }

    /** Whether nothing was in the way; the connection is good for the next in any case. */
    private boolean drop(Connection connection, Unused unused, String patience)
            throws SQLException {
        try {
            Sql.update(connection, LOCK_TIMEOUT.formatted(patience));
            if (isStillUnused(connection, unused)) {
                Sql.update(connection, "DROP TABLE IF EXISTS " + unused.table());
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            LOG.warn("{} is removed the next time: {}", unused.table(), e.toString());
            return false;
        }
    }

    /** In the connection's transaction, the data sets that came with the edition. */
    static void removeRowsOf(Connection connection, Edition edition) throws SQLException {
        removeRows(connection, OF_EDITION, edition.id());
    }

    /** In the connection's transaction, what was found when the edition was checked. */
    static void removeFindingsOf(Connection connection, Edition edition) throws SQLException {
        removeRows(connection, FINDINGS_OF_EDITION, edition.id());
    }

    /** The addresses go with their table. */
    private static void removeRows(Connection connection, String which, Object... values)
            throws SQLException {
        List<String> tables = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        Sql.query(
                connection,
                which,
                row -> {
                    versions.add(row.getLong(1));
                    tables.add(row.getString(2));
                },
                values);
        for (int i = 0; i < versions.size(); i++) {
            if (!tables.get(i).equals("address")) {
                Sql.update(
                        connection,
                        "DELETE FROM " + tables.get(i) + " WHERE data_set = ?",
                        versions.get(i));
            }
            Sql.update(connection, REMOVE_DATA_SET, versions.get(i));
        }
    }

    private List<Unused> unusedTables(Connection connection) throws SQLException {
        List<Unused> tables = new ArrayList<>();
        Sql.query(
                connection,
                UNUSED_TABLES,
                row -> tables.add(new Unused(row.getString(1), row.getString(2))),
                seconds);
        connection.commit();
        return tables;
    }

    /** Assignments may have come to be awaited since; nobody changes that from here on. */
    private boolean isStillUnused(Connection connection, Unused unused) throws SQLException {
        return unused.district() == null
                || DistrictLock.tryNow(connection, unused.district())
                        && Sql.number(connection, IS_UNUSED, seconds, unused.table()) > 0;
    }
}
