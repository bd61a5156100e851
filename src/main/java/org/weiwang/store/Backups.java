package org.weiwang.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.access.Actor;
import org.weiwang.access.AuditAction;
import org.weiwang.store.postgres.ConnectionSettings;
import org.weiwang.store.postgres.DumpProgram;

/** All that the database holds, as a file in PostgreSQL's custom format, and back. Thread-safe. */
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String HISTORY = "flyway_schema_history";

    private static final String SERVER_VERSION =
            "SELECT current_setting('server_version_num')::integer / 10000";

    /** Tables that are dropped meanwhile would be missing. */
    private static final String KEEP_TABLES =
            "LOCK TABLE address, assignment, circle_group, circle_result IN ACCESS SHARE MODE";

    private static final String EXPORT_SNAPSHOT = "SELECT pg_export_snapshot()";

    private static final String CONTENT =
            """
            SELECT (SELECT count(*) FROM edition) + (SELECT count(*) FROM data_set)
                + (SELECT count(*) FROM audit)
            """;

    /**
     * What is there stands aside, and answers those who read, until all of the backup is there too.
     * Whoever writes is waited for, and waits.
     */
    private static final String BEFORE =
            """
            LOCK TABLE weiwang.edition, weiwang.data_set, weiwang.publication,
                weiwang.atlas_version, weiwang.api_token, weiwang.circle_scenario, weiwang.audit
                IN SHARE ROW EXCLUSIVE MODE;
            ALTER SCHEMA weiwang RENAME TO weiwang_before;
            """;

    /**
     * Nothing that was numbered is numbered again, but the backup may have numbered otherwise than
     * what was there, so that another history begins. The atlas' version is one that no server has,
     * what was done since the backup stays on record, and tokens that were revoked stay revoked.
     */
    private static final String AFTER =
            """
            SELECT setval(
                format('weiwang.%I', fresh.sequencename)::regclass,
                greatest(fresh.last_value, before.last_value))
            FROM pg_sequences AS fresh JOIN pg_sequences AS before USING (sequencename)
            WHERE fresh.schemaname = 'weiwang' AND before.schemaname = 'weiwang_before'
                AND before.last_value IS NOT NULL;
            UPDATE weiwang.atlas_version SET version = 1 + greatest(
                version + (SELECT count(*) FROM weiwang.publication),
                (SELECT before.version + (SELECT count(*) FROM weiwang_before.publication)
                 FROM weiwang_before.atlas_version AS before));
            INSERT INTO weiwang.audit (at, who, origin, action, subject, edition_before, edition_after)
            SELECT * FROM (
                SELECT at, who, origin, action, subject, edition_before, edition_after
                FROM weiwang_before.audit
                EXCEPT
                SELECT at, who, origin, action, subject, edition_before, edition_after
                FROM weiwang.audit) AS since
            ORDER BY at;
            INSERT INTO weiwang.audit (who, origin, action, subject)
            VALUES (:'who', :'origin', :'action', :'subject');
            -- Backups from before V4, V6 and V8 have no such tables yet.
            DO $$
            BEGIN
                IF to_regclass('weiwang.edition_number') IS NOT NULL THEN
                    INSERT INTO weiwang.edition_number AS number
                    SELECT * FROM weiwang_before.edition_number
                    ON CONFLICT (district)
                    DO UPDATE SET last = greatest(number.last, excluded.last);
                END IF;
                IF to_regclass('weiwang.api_token') IS NOT NULL THEN
                    UPDATE weiwang.api_token AS token SET revoked_at = before.revoked_at
                    FROM weiwang_before.api_token AS before
                    WHERE before.hash = token.hash AND before.revoked_at IS NOT NULL;
                END IF;
                IF to_regclass('weiwang.history') IS NOT NULL THEN
                    UPDATE weiwang.history SET id = gen_random_uuid();
                END IF;
            END $$;
            DROP SCHEMA weiwang_before CASCADE;
            NOTIFY weiwang_atlas;
            """;

    private static final String ANALYZE = "ANALYZE";

    private final ConnectionSettings settings;
    private final DataSource database;
    private final Supplier<Flyway> flyway;

    Backups(ConnectionSettings settings, DataSource database, Supplier<Flyway> flyway) {
        this.settings = settings;
        this.database = database;
        this.flyway = flyway;
    }

    /**
     * Writes all that is there at one moment, while others go on reading and writing.
     *
     * @param archive written over
     * @throws IOException when it can't be written whole; what was written is then of no use
     */
    public void write(Path archive) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                Sql.update(connection, KEEP_TABLES);
                String snapshot = Sql.text(connection, EXPORT_SNAPSHOT);
                program(connection).dump(Database.SCHEMA, snapshot, archive);
                connection.rollback();
            } catch (IOException | SQLException | RuntimeException e) {
                Sql.rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("backing up", e);
        }
    }

    /** Whether there is anything that a backup would take the place of. */
    public boolean isEmpty() {
        try (Connection connection = database.getConnection()) {
            return Sql.number(connection, CONTENT) == 0;
        } catch (SQLException e) {
            throw new StoreException("reading whether the database is empty", e);
        }
    }

    /**
     * Puts a backup in the place of all that is there, in one transaction, and brings it up to date
     * where an older version of this program wrote it. Running servers load all of it anew.
     *
     * @throws IOException when the file is no backup, is of a newer version than this program, or
     *     can't be read whole; the database is then as it was
     * @throws StoreException likewise, unless its message says that the backup is restored: then it
     *     could not be brought up to date, which the next start of the program tries again
     */
    public void restore(Path archive, Actor by) throws IOException {
        try (Connection connection = database.getConnection()) {
            DumpProgram program = program(connection);
            refuseNewer(archive, program);
            program.restore(
                    archive,
                    BEFORE,
                    AFTER,
                    Map.of(
                            "who",
                            by.name(),
                            "origin",
                            by.origin(),
                            "action",
                            AuditAction.BACKUP_RESTORED.name(),
                            "subject",
                            archive.getFileName().toString()));
        } catch (SQLException | FlywayException e) {
            throw new StoreException("restoring " + archive, e);
        }
        try {
            flyway.get().migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    archive + " is restored, but could not be brought up to date", e);
        }
        analyze();
    }

    /** Without it questions are answered more slowly, until PostgreSQL does it by itself. */
    private void analyze() {
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, ANALYZE);
        } catch (SQLException e) {
            LOG.warn("restored, but PostgreSQL's statistics could not be renewed", e);
        }
    }

    private DumpProgram program(Connection connection) throws SQLException, IOException {
        return DumpProgram.of(settings, (int) Sql.number(connection, SERVER_VERSION));
    }

    private void refuseNewer(Path archive, DumpProgram program) throws IOException {
        List<String> rows = program.rows(archive, HISTORY);
        MigrationVersion written =
                rows.stream()
                        .skip(1) // The line that names the columns: rank, version, …
                        .map(row -> row.split("\t")[1])
                        .filter(version -> !version.equals("\\N"))
                        .map(MigrationVersion::fromVersion)
                        .max(MigrationVersion::compareTo)
                        .orElseThrow(() -> new IOException(archive + " is no backup of Weiwang"));
        MigrationVersion known =
                Arrays.stream(flyway.get().info().all())
                        .filter(migration -> migration.getState().isResolved())
                        .map(MigrationInfo::getVersion)
                        .filter(Objects::nonNull) // That the schema was made has a row of its own.
                        .max(MigrationVersion::compareTo)
                        .orElseThrow();
        if (written.compareTo(known) > 0) {
            throw new IOException(
                    "%s is a backup of a newer version of this program: of schema %s, and this one knows %s"
                            .formatted(archive, written, known));
        }
    }
}
