package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is no longer in force and no draft waits with, apart from the publication, which it
 * would make long. What is not removed, since the process was killed or someone is reading it, goes
 * the next time.
 */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    /**
     * Whoever reads is waited for, and who comes meanwhile waits too, but no longer than this. Long
     * enough for PostgreSQL to call its own vacuum off, which it does after a second.
     */
    private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '2s'";

    private static final String SUPERSEDED =
            """
            SELECT version, name FROM data_set
            WHERE NOT in_force AND (
                edition IS NULL OR EXISTS (
                    SELECT FROM edition WHERE id = data_set.edition AND state = 'SEALED'))
            FOR UPDATE
            """;

    private static final String REMOVE_DATA_SET = "DELETE FROM data_set WHERE version = ?";

    /** Parts whose data set is gone, or whose edition is neither in force nor a draft. */
    private static final String UNUSED_TABLES =
            """
            WITH used AS (
                SELECT edition.id, data_set.version
                FROM edition
                JOIN data_set
                    ON data_set.district = edition.district
                    AND data_set.name = 'address'
                    AND (data_set.in_force OR data_set.edition = edition.id)
                WHERE edition.state = 'DRAFT' OR edition.id IN (SELECT id FROM edition_in_force)),
            part AS (
                SELECT child.oid, child.relname, pg_inherits.inhparent
                FROM pg_inherits JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid),
            of_edition AS (
                SELECT * FROM part WHERE inhparent = 'assignment'::regclass)
            SELECT relname FROM part
            WHERE inhparent = 'address'::regclass
                AND relname NOT IN (SELECT 'address_' || version FROM data_set)
            UNION ALL
            SELECT relname FROM of_edition
            WHERE relname NOT IN (SELECT 'assignment_' || replace(id, '-', '_') FROM used)
            UNION ALL
            SELECT part.relname FROM part JOIN of_edition ON part.inhparent = of_edition.oid
            WHERE part.relname NOT IN (
                SELECT 'assignment_' || replace(id, '-', '_') || '_' || version FROM used)
            """;

    private Leftovers() {}

    /**
     * @param connection that does not commit by itself, with no transaction begun
     */
    static void remove(Connection connection) {
        try {
            removeRows(connection);
            for (String table : unusedTables(connection)) {
                Sql.update(connection, LOCK_TIMEOUT);
                Sql.update(connection, "DROP TABLE IF EXISTS " + table);
                connection.commit();
            }
        } catch (SQLException e) {
            LOG.warn("what is no longer in force is removed the next time: {}", e.getMessage());
        }
    }

    /** The addresses go with their table. */
    private static void removeRows(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        Sql.query(
                connection,
                SUPERSEDED,
                row -> {
                    versions.add(row.getLong(1));
                    tables.add(row.getString(2));
                });
        for (int i = 0; i < versions.size(); i++) {
            if (!tables.get(i).equals("address")) {
                Sql.update(
                        connection,
                        "DELETE FROM " + tables.get(i) + " WHERE data_set = ?",
                        versions.get(i));
            }
            Sql.update(connection, REMOVE_DATA_SET, versions.get(i));
        }
        connection.commit();
    }

    private static List<String> unusedTables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        Sql.query(connection, UNUSED_TABLES, row -> tables.add(row.getString(1)));
        connection.commit();
        return tables;
    }
}
