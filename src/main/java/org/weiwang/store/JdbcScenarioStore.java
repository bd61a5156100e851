package org.weiwang.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.weiwang.access.Actor;
import org.weiwang.access.AuditAction;
import org.weiwang.circle.standard.Rule;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.scenario.Entry;
import org.weiwang.edition.scenario.Heading;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.edition.scenario.NameTakenException;
import org.weiwang.edition.scenario.NoSuchScenarioException;
import org.weiwang.edition.scenario.ScenarioStore;
import org.weiwang.edition.scenario.ScenarioSummary;
import org.weiwang.edition.scenario.TooManyScenariosException;
import org.weiwang.edition.scenario.Written;

/** Kept scenarios in PostgreSQL. */
public final class JdbcScenarioStore implements ScenarioStore {
    private static final String COLUMNS =
            "id, name, note, standard, profile, rule, created_by, created_at, changed_by, changed_at";

    private static final String ALL =
            "SELECT "
                    + COLUMNS
                    + ", added, moved, closed, roads FROM circle_scenario"
                    + " ORDER BY changed_at DESC, id DESC";

    private static final String FIND =
            "SELECT " + COLUMNS + ", plan::text FROM circle_scenario WHERE id = ?";

    /** Who writes waits for one another, so that names and numbers are those of all of them. */
    private static final String LOCK = "LOCK TABLE circle_scenario IN SHARE ROW EXCLUSIVE MODE";

    private static final String NAMED = "SELECT id FROM circle_scenario WHERE name = ?";

    private static final String COUNT = "SELECT count(*) FROM circle_scenario";

    private static final String ADD =
            """
            INSERT INTO circle_scenario (
                name, note, standard, profile, rule, plan,
                created_by, created_at, changed_by, changed_at)
            SELECT ?, ?, ?, ?, ?, ?::json, actor, moment, actor, moment
            FROM (SELECT ?::text AS actor, clock_timestamp() AS moment) AS written
            RETURNING id
            """;

    private static final String REPLACE =
            """
            UPDATE circle_scenario
            SET name = ?, note = ?, standard = ?, profile = ?, rule = ?, plan = ?::json,
                changed_by = ?,
                changed_at = greatest(clock_timestamp(), changed_at + interval '1 microsecond')
            WHERE id = ?
            """;

    private static final String DELETE = "DELETE FROM circle_scenario WHERE id = ?";

    private final DataSource database;

    public JdbcScenarioStore(DataSource database) {
        this.database = database;
    }

    @Override
    public List<ScenarioSummary> all() {
        List<ScenarioSummary> all = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            Sql.query(connection, ALL, row -> all.add(summary(row)));
        } catch (SQLException e) {
            throw new StoreException("reading the scenarios", e);
        }
        return all;
    }

    @Override
    public Optional<KeptScenario> find(long id) {
        try (Connection connection = database.getConnection()) {
            return find(connection, id);
        } catch (SQLException e) {
            throw new StoreException("reading scenario " + id, e);
        }
    }

    private static Optional<KeptScenario> find(Connection connection, long id) throws SQLException {
        List<KeptScenario> found = new ArrayList<>();
        Sql.query(
                connection,
                FIND,
                row -> found.add(new KeptScenario(entry(row), row.getString(11))),
                id);
        return found.stream().findFirst();
    }

    @Override
    public KeptScenario keep(Heading heading, String plan, Actor by) throws ConflictException {
        return changing(
                "keeping a scenario",
                connection -> {
                    refuseTaken(connection, heading.name(), 0);
                    if (Sql.number(connection, COUNT) >= MOST) {
                        throw new TooManyScenariosException();
                    }
                    long id =
                            Sql.number(
                                    connection,
                                    ADD,
                                    heading.name(),
                                    heading.note(),
                                    heading.standard(),
                                    heading.profile(),
                                    heading.rule().name(),
                                    plan,
                                    by.name());
                    KeptScenario kept = find(connection, id).orElseThrow();
                    record(connection, by, AuditAction.SCENARIO_KEPT, kept.entry());
                    return kept;
                });
    }

    @Override
    public KeptScenario replace(long id, Instant changed, Heading heading, String plan, Actor by)
            throws NoSuchScenarioException, ConflictException {
        return changing(
                "replacing scenario " + id,
                connection -> {
                    requireAsOf(connection, id, changed);
                    refuseTaken(connection, heading.name(), id);
                    Sql.update(
                            connection,
                            REPLACE,
                            heading.name(),
                            heading.note(),
                            heading.standard(),
                            heading.profile(),
                            heading.rule().name(),
                            plan,
                            by.name(),
                            id);
                    KeptScenario kept = find(connection, id).orElseThrow();
                    record(connection, by, AuditAction.SCENARIO_CHANGED, kept.entry());
                    return kept;
                });
    }

    @Override
    public void delete(long id, Instant changed, Actor by)
            throws NoSuchScenarioException, ConflictException {
        changing(
                "deleting scenario " + id,
                connection -> {
                    Entry entry = requireAsOf(connection, id, changed);
                    Sql.update(connection, DELETE, id);
                    record(connection, by, AuditAction.SCENARIO_DELETED, entry);
                    return entry;
                });
    }

    /**
     * @param owner id of the one that may have the name; 0 for none
     */
    private static void refuseTaken(Connection connection, String name, long owner)
            throws SQLException, NameTakenException {
        long id = Sql.number(connection, NAMED, name);
        if (id != 0 && id != owner) {
            throw new NameTakenException(id, name);
        }
    }

    private static Entry requireAsOf(Connection connection, long id, Instant changed)
            throws SQLException, NoSuchScenarioException, ConflictException {
        Optional<KeptScenario> kept = find(connection, id);
        if (kept.isEmpty()) {
            throw new NoSuchScenarioException(Long.toString(id));
        }
        Entry entry = kept.get().entry();
        if (!entry.changed().at().equals(changed)) {
            throw new ConflictException(
                    "%s changed scenario %d at %s; read it again"
                            .formatted(entry.changed().by(), id, entry.changed().at()));
        }
        return entry;
    }

    private static void record(Connection connection, Actor by, AuditAction action, Entry entry)
            throws SQLException {
        AuditLog.add(connection, by, action, entry.id() + " " + entry.heading().name());
    }

    /** What is changed in one transaction. */
    @FunctionalInterface
    private interface Change<R, X extends Exception> {
        R run(Connection connection) throws SQLException, ConflictException, X;
    }

    private <R, X extends Exception> R changing(String doing, Change<R, X> change)
            throws ConflictException, X {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.update(connection, LOCK);
                R result = change.run(connection);
                connection.commit();
                return result;
            } catch (Exception | Error e) {
                Sql.rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException(doing, e);
        }
    }

    private static ScenarioSummary summary(ResultSet row) throws SQLException {
        return new ScenarioSummary(
                entry(row), row.getInt(11), row.getInt(12), row.getInt(13), row.getInt(14));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                new Heading(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Rule.valueOf(row.getString(6))),
                new Written(row.getString(7), Sql.instant(row, 8)),
                new Written(row.getString(9), Sql.instant(row, 10)));
    }
}
