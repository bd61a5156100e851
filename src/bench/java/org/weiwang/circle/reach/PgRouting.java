package org.weiwang.circle.reach;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.weiwang.circle.network.WalkNetwork;

/**
 * The same by pgRouting: for each category one node more, from which edges lead to where the ways
 * from its facilities enter the network, at their cost. One call for all categories, so that the
 * network is read once; or one in each of two sessions for half of them, since a call takes one
 * processor.
 */
public final class PgRouting implements AutoCloseable {
    private static final String TABLES =
            """
            CREATE EXTENSION IF NOT EXISTS pgrouting;
            DROP TABLE IF EXISTS circle_edge;
            CREATE UNLOGGED TABLE circle_edge (
                id bigint, source bigint, target bigint,
                cost double precision, reverse_cost double precision);
            """;

    private static final String COPY = "COPY circle_edge FROM STDIN";

    private static final String REACHED =
            """
            pgr_drivingDistance(
                'SELECT id, source, target, cost, reverse_cost FROM circle_edge',
                ARRAY[%s]::bigint[], %d::double precision, directed => true)
            """;

    /** So that what is found need not go to the disk. */
    private static final String MEMORY = "SET work_mem = '2GB'";

    /** How many sessions there may be. */
    public static final int SESSIONS = 2;

    private final List<Connection> connections = new ArrayList<>();
    private final int categoryCount;
    private final int limit;

    /** How many nodes are reached, of all categories, and the sum of their costs. */
    public record Sum(long nodes, long cost) {
        Sum plus(Sum other) {
            return new Sum(nodes + other.nodes, cost + other.cost);
        }
    }

    /**
     * Copies the network and the facilities to the database.
     *
     * @param categories each with a facility or more
     */
    public PgRouting(DataSource database, WalkCosts costs, int limit, List<Destinations> categories)
            throws SQLException, IOException {
        this.categoryCount = categories.size();
        this.limit = limit;
        for (int i = 0; i < SESSIONS; i++) {
            connections.add(database.getConnection());
            execute(connections.get(i), MEMORY);
        }
        execute(connections.get(0), TABLES);
        copyEdges(costs, categories);
        execute(connections.get(0), "ANALYZE circle_edge");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The search for every so manieth category, from one on. */
    private String reached(int first, int every) {
        String starts =
                IntStream.iterate(first, i -> i < categoryCount, i -> i + every)
                        .mapToObj(category -> String.valueOf(start(category)))
                        .collect(Collectors.joining(","));
        return REACHED.formatted(starts, limit);
    }

    private static int start(int category) {
        return -1 - category;
    }

    private void copyEdges(WalkCosts costs, List<Destinations> categories)
            throws SQLException, IOException {
        try (PipedInputStream in = new PipedInputStream(1 << 16)) {
            PipedOutputStream out = new PipedOutputStream(in);
            Thread writer = new Thread(() -> write(costs, categories, out), "rows of edges");
            writer.start();
            connections.get(0).unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, in, 1 << 16);
        }
    }

    private static void write(
            WalkCosts costs, List<Destinations> categories, PipedOutputStream out) {
        WalkNetwork network = costs.network();
        try (PrintStream rows = new PrintStream(out, false, StandardCharsets.US_ASCII)) {
            for (int edge = 0; edge < network.edgeCount(); edge++) {
                if (costs.isWalkable(edge)) {
                    int cost = costs.of(edge);
                    row(rows, edge, network.from(edge), network.to(edge), cost, cost);
                }
            }
            int id = network.edgeCount();
            for (int category = 0; category < categories.size(); category++) {
                Destinations destinations = categories.get(category);
                for (int i = 0; i < destinations.seedNodes.length; i++) {
                    int cost = Label.cost(destinations.seedLabels[i]);
                    row(rows, id++, start(category), destinations.seedNodes[i], cost, -1);
                }
            }
        }
    }

    private static void row(PrintStream rows, int id, int from, int to, int cost, int back) {
        rows.append(id + "\t" + from + "\t" + to + "\t" + cost + "\t" + back + "\n");
    }

    /**
     * Searches, and has the database add up.
     *
     * @param sessions among which the categories are dealt out, from 1 to {@link #SESSIONS}
     */
    public Sum run(int sessions) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(sessions);
        try {
            List<Future<Sum>> parts = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                Connection connection = connections.get(i);
                String reached = reached(i, sessions);
                parts.add(threads.submit(() -> sum(connection, reached)));
            }
            Sum sum = new Sum(0, 0);
            for (Future<Sum> part : parts) {
                sum = sum.plus(part.get());
            }
            return sum;
        } finally {
            threads.shutdown();
        }
    }

    private static Sum sum(Connection connection, String reached) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT count(*), sum(agg_cost)::bigint FROM "
                                        + reached
                                        + " WHERE node >= 0")) {
            row.next();
            return new Sum(row.getLong(1), row.getLong(2));
        }
    }

    public String version() throws SQLException {
        try (Statement statement = connections.get(0).createStatement();
                ResultSet row = statement.executeQuery("SELECT pgr_version()")) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * Searches, and counts what differs.
     *
     * @param costs of each category and node, or {@link WalkCosts#BLOCKED} where it is not reached
     */
    public long different(List<int[]> costs) throws SQLException {
        List<int[]> rest = new ArrayList<>();
        costs.forEach(ours -> rest.add(ours.clone()));
        long different = 0;
        CopyOut out =
                connections
                        .get(0)
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "COPY (SELECT from_v, node, agg_cost FROM "
                                        + reached(0, 1)
                                        + " WHERE node >= 0) TO STDOUT");
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            String[] fields = new String(row, StandardCharsets.US_ASCII).strip().split("\t");
            int[] ours = rest.get(-1 - Integer.parseInt(fields[0]));
            int node = Integer.parseInt(fields[1]);
            different += ours[node] == Double.parseDouble(fields[2]) ? 0 : 1;
            ours[node] = WalkCosts.BLOCKED;
        }
        for (int[] ours : rest) {
            // What is left, pgRouting has not reached.
            different += IntStream.of(ours).filter(cost -> cost != WalkCosts.BLOCKED).count();
        }
        return different;
    }

    @Override
    public void close() throws SQLException {
        execute(connections.get(0), "DROP TABLE circle_edge");
        for (Connection connection : connections) {
            execute(connection, "RESET work_mem");
            connection.close();
        }
    }
}
