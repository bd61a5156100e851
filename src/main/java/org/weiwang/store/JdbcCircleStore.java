package org.weiwang.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.weiwang.atlas.circle.CircleStore;
import org.weiwang.atlas.circle.Findings;
import org.weiwang.circle.analysis.CategoryColumn;
import org.weiwang.circle.analysis.CategoryResult;
import org.weiwang.circle.analysis.Equity;
import org.weiwang.circle.analysis.GroupResults;
import org.weiwang.circle.analysis.GroupTotals;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.city.Division;

/** Keeps findings in PostGIS. */
public final class JdbcCircleStore implements CircleStore {
    /** Waits for another server that is adding the same, and then adds nothing. */
    private static final String ADD_RUN =
            """
            INSERT INTO circle_run (
                history, editions, roads, facilities, addresses, land, snap_metres,
                standard, standard_version, profile, rule, metres_per_second)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING id
            """;

    private static final String RUN =
            """
            SELECT id FROM circle_run
            WHERE history = ? AND editions = ?::text[]
                AND roads = ? AND facilities = ? AND addresses = ? AND land = ?
                AND snap_metres = ?
                AND standard = ? AND standard_version = ? AND profile = ? AND rule = ?
            """;

    /** A table that is dropped is missing in earlier states too, so none is until the end. */
    private static final String KEEP_TABLES =
            "LOCK TABLE circle_group, circle_result IN ACCESS SHARE MODE";

    private static final String GROUPS =
            """
            SELECT level, code, households, addresses, no_network, land_m2, score
            FROM %s WHERE run = ? ORDER BY number
            """;

    private static final String RESULTS =
            """
            SELECT number, place, category, minutes, minutes90, nearest,
                share_households, share_addresses, share_area, within
            FROM %s WHERE run = ? ORDER BY number, place
            """;

    private static final String EQUITY =
            """
            SELECT district, category, worst_tenth_minutes, gini
            FROM circle_equity WHERE run = ? ORDER BY number
            """;

    private final DataSource forLoading;
    private final DataSource forLongWork;
    private final double farthest;

    /**
     * @param forLoading for reading findings
     * @param forLongWork for keeping them
     * @param farthest as that of {@link JdbcCitySource}
     */
    public JdbcCircleStore(DataSource forLoading, DataSource forLongWork, double farthest) {
        this.forLoading = forLoading;
        this.forLongWork = forLongWork;
        this.farthest = farthest;
    }

    @Override
    public Optional<Findings> find(Stamp stamp) {
        try {
            return Snapshot.readRows(forLoading, connection -> find(connection, stamp));
        } catch (SQLException e) {
            throw new StoreException("reading living circles", e);
        }
    }

    private Optional<Findings> find(Connection connection, Stamp stamp) throws SQLException {
        Sql.update(connection, KEEP_TABLES);
        long run = Sql.number(connection, RUN, key(stamp).toArray());
        if (run == 0) {
            return Optional.empty();
        }
        List<GroupTotals> groups = new ArrayList<>();
        Sql.query(
                connection,
                GROUPS.formatted(Partition.ofGroups(run).source(connection)),
                row ->
                        groups.add(
                                new GroupTotals(
                                        Division.Level.valueOf(row.getString(1)),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getDouble(6),
                                        row.getObject(7, Double.class))),
                run);
        List<Equity> equity = new ArrayList<>();
        Sql.query(
                connection,
                EQUITY,
                row ->
                        equity.add(
                                new Equity(
                                        row.getString(1),
                                        row.getString(2).intern(),
                                        row.getObject(3, Double.class),
                                        row.getObject(4, Double.class))),
                run);
        GroupResults results = new GroupResults(groups, columns(connection, run, groups.size()));
        return Optional.of(new Findings(stamp, results, equity));
    }

    /** Of the categories in the order of the standard. */
    private static List<CategoryColumn> columns(Connection connection, long run, int groups)
            throws SQLException {
        List<CategoryColumn> columns = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Sql.query(
                connection,
                RESULTS.formatted(Partition.ofResults(run).source(connection)),
                row -> {
                    int place = row.getInt(2);
                    if (place == columns.size()) { // The first group's come first.
                        columns.add(new CategoryColumn(row.getString(3), groups));
                    }
                    columns.get(place)
                            .set(
                                    row.getInt(1),
                                    new CategoryResult(
                                            row.getString(3),
                                            row.getObject(4, Double.class),
                                            row.getObject(5, Double.class),
                                            shared(names, row.getString(6)),
                                            row.getObject(7, Double.class),
                                            row.getObject(8, Double.class),
                                            row.getObject(9, Double.class),
                                            row.getObject(10, Integer.class)));
                },
                run);
        return columns;
    }

    /** One text for all groups whose nearest facility has the name. */
    private static String shared(Map<String, String> names, String name) {
        return name == null ? null : names.computeIfAbsent(name, same -> same);
    }

    @Override
    public void keep(Findings findings) {
        try (Connection connection = forLongWork.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Object> values = key(findings.stamp());
                values.add(findings.stamp().walker().metresPerSecond());
                long run = Sql.number(connection, ADD_RUN, values.toArray());
                if (run != 0) {
                    new FindingsWriter(connection, run, findings).write();
                }
                connection.commit();
            } catch (SQLException | IOException | RuntimeException | Error e) {
                Sql.rollBack(connection, e);
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw new StoreException("keeping living circles", e);
        }
    }

    /** What tells a run from all others, in the order of the columns. */
    private List<Object> key(Stamp stamp) {
        DataVersions data = stamp.data();
        List<Object> key = new ArrayList<>();
        key.add(data.history());
        key.add(data.editions().toArray(String[]::new));
        key.add(versions(data.roads().values()));
        key.add(versions(data.facilities().values()));
        key.add(versions(data.addresses().values()));
        key.add(versions(data.land().values()));
        key.add(farthest);
        key.add(stamp.standard());
        key.add(stamp.standardVersion());
        key.add(stamp.profile());
        key.add(stamp.rule().name());
        return key;
    }

    private static Long[] versions(Collection<Long> versions) {
        return versions.stream().sorted().toArray(Long[]::new);
    }
}
