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
import org.weiwang.circle.analysis.CategoryResult;
import org.weiwang.circle.analysis.Equity;
import org.weiwang.circle.analysis.GroupResult;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.city.Division;

/** Keeps findings in PostGIS. */
public final class JdbcCircleStore implements CircleStore {
    /** Waits for another server that is adding the same, and then adds nothing. */
    private static final String ADD_RUN =
            """
            INSERT INTO circle_run (
                editions, roads, facilities, addresses, land, snap_metres,
                standard, standard_version, profile, rule, metres_per_second)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING id
            """;

    private static final String RUN =
            """
            SELECT id FROM circle_run
            WHERE editions = ?::text[] AND roads = ? AND facilities = ? AND addresses = ? AND land = ?
                AND snap_metres = ?
                AND standard = ? AND standard_version = ? AND profile = ? AND rule = ?
            """;

    private static final String GROUPS =
            """
            SELECT number, level, code, households, addresses, no_network, land_m2, score
            FROM circle_group WHERE run = ? ORDER BY number
            """;

    private static final String RESULTS =
            """
            SELECT number, category, minutes, minutes90, nearest,
                share_households, share_addresses, share_area, within
            FROM circle_result WHERE run = ? ORDER BY number, place
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
        long run = Sql.number(connection, RUN, key(stamp).toArray());
        if (run == 0) {
            return Optional.empty();
        }
        List<List<CategoryResult>> results = results(connection, run);
        List<GroupResult> groups = new ArrayList<>();
        Sql.query(
                connection,
                GROUPS,
                row ->
                        groups.add(
                                new GroupResult(
                                        Division.Level.valueOf(row.getString(2)),
                                        row.getString(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        row.getDouble(7),
                                        row.getObject(8, Double.class),
                                        results.get(row.getInt(1)))),
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
        return Optional.of(new Findings(stamp, groups, equity));
    }

    /** By the numbers of groups; a standard has categories, so that each group has results. */
    private static List<List<CategoryResult>> results(Connection connection, long run)
            throws SQLException {
        List<List<CategoryResult>> results = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Sql.query(
                connection,
                RESULTS,
                row -> {
                    while (results.size() <= row.getInt(1)) {
                        results.add(new ArrayList<>());
                    }
                    results.get(row.getInt(1))
                            .add(
                                    new CategoryResult(
                                            // a few words, said of all groups
                                            row.getString(2).intern(),
                                            row.getObject(3, Double.class),
                                            row.getObject(4, Double.class),
                                            shared(names, row.getString(5)),
                                            row.getObject(6, Double.class),
                                            row.getObject(7, Double.class),
                                            row.getObject(8, Double.class),
                                            row.getObject(9, Integer.class)));
                },
                run);
        return results;
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
                    write(connection, run, findings);
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

    private static void write(Connection connection, long run, Findings findings)
            throws SQLException, IOException {
        try (BinaryCopy copy =
                new BinaryCopy(
                        connection,
                        "circle_group (run, number, level, code, households, addresses,"
                                + " no_network, land_m2, score)",
                        9)) {
            for (GroupResult group : findings.groups()) {
                copy.row().number(run);
                copy.integer(copy.rows() - 1)
                        .text(group.level().name())
                        .text(group.code())
                        .number(group.households())
                        .number(group.addresses())
                        .number(group.noNetwork())
                        .real(group.areaSquareMetres())
                        .real(group.score());
            }
            copy.finish();
        }
        try (BinaryCopy copy =
                new BinaryCopy(
                        connection,
                        "circle_result (run, number, place, category, minutes, minutes90, nearest,"
                                + " share_households, share_addresses, share_area, within)",
                        11)) {
            int number = 0;
            for (GroupResult group : findings.groups()) {
                int place = 0;
                for (CategoryResult result : group.categories()) {
                    write(copy.row().number(run).integer(number).integer(place++), result);
                }
                number++;
            }
            copy.finish();
        }
        try (BinaryCopy copy =
                new BinaryCopy(
                        connection,
                        "circle_equity (run, number, district, category, worst_tenth_minutes,"
                                + " gini)",
                        6)) {
            for (Equity equity : findings.equity()) {
                copy.row().number(run);
                copy.integer(copy.rows() - 1)
                        .text(equity.district())
                        .text(equity.category())
                        .real(equity.worstTenthMinutes())
                        .real(equity.gini());
            }
            copy.finish();
        }
    }

    private static void write(BinaryCopy row, CategoryResult result) throws IOException {
        row.text(result.category())
                .real(result.minutes())
                .real(result.minutes90())
                .text(result.nearest())
                .real(result.shareHouseholds())
                .real(result.shareAddresses())
                .real(result.shareArea())
                .integer(result.within());
    }
}
