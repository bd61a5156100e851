package org.weiwang.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestRuns;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.PgRouting;
import org.weiwang.circle.reach.PgRouting.Sum;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.reach.WalkCosts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The nearest facility of each of 15 categories for a whole city, beside pgRouting. */
@Command(name = "circle")
final class CircleBenchmark implements Callable<Integer> {
    /** How many facilities the categories have. */
    private static final int[] FACILITIES = {
        100, 150, 200, 300, 400, 600, 800, 1_000, 1_200, 1_600, 2_000, 2_500, 3_000, 4_000, 6_000
    };

    private static final Profile ADULT = new Profile(1.2, true);

    /** 15 minutes. */
    private static final int LIMIT = 9_000;

    private static final int ADDRESSES = 1_000_000;
    private static final int THREADS = 2;

    /** Ours takes so many turns for one of the peer. */
    private static final int TURNS = 5;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    /**
     * What was measured, times in seconds.
     *
     * @param reached nodes within the limit, of all categories
     * @param different costs of nodes that pgRouting has otherwise
     * @param compared other networks, by which only the outcomes are compared
     * @param networkBytes with costs and the index of edges
     * @param searchBytes of all threads
     */
    record Result(
            Run run,
            int nodes,
            int edges,
            int facilities,
            long reached,
            long different,
            long networkBytes,
            long searchBytes,
            List<Compared> compared,
            List<Double> nodesOnly,
            List<Double> oneThread,
            List<Double> withAddresses,
            List<Double> pgRouting,
            List<Double> twoSessions) {}

    /** A network and how many costs of its nodes pgRouting has otherwise. */
    record Compared(String name, int nodes, int edges, long reached, long different) {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new CircleBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        WalkCity city = new WalkCity();
        WalkNetwork network = city.network();
        WalkCosts costs = WalkCosts.time(network, ADULT);
        EdgeIndex index = new EdgeIndex(network, edge -> true);
        List<Destinations> categories = new ArrayList<>();
        for (int count : FACILITIES) {
            categories.add(city.destinations(count, index, costs));
        }
        Snaps addresses = city.places(ADDRESSES, index);
        List<int[]> ours = costsOfNodes(costs, categories);
        List<Double> nodesOnly = new ArrayList<>();
        List<Double> oneThread = new ArrayList<>();
        List<Double> withAddresses = new ArrayList<>();
        List<Double> pgRouting = new ArrayList<>();
        List<Double> twoSessions = new ArrayList<>();
        Sum expected = search(costs, categories, 1);
        Map<String, String> versions;
        long different;
        List<Compared> compared;
        try (County county = County.open()) {
            versions = new HashMap<>(county.versions());
            try (PgRouting peer = new PgRouting(county.dataSource(), costs, LIMIT, categories)) {
                for (int round = 0; round < rounds; round++) {
                    for (int turn = 0; turn < TURNS; turn++) {
                        nodesOnly.add(seconds(() -> search(costs, categories, THREADS), expected));
                        oneThread.add(seconds(() -> search(costs, categories, 1), expected));
                        withAddresses.add(
                                seconds(() -> place(costs, categories, addresses), expected));
                    }
                    pgRouting.add(seconds(() -> peer.run(1), expected));
                    twoSessions.add(seconds(() -> peer.run(PgRouting.SESSIONS), expected));
                }
                versions.put("pgRouting", peer.version());
                different = peer.different(ours);
            }
            compared = compare(county);
        }
        Results.write(
                "circle",
                new Result(
                        Run.here(versions),
                        network.nodeCount(),
                        network.edgeCount(),
                        Arrays.stream(FACILITIES).sum(),
                        reached(ours),
                        different,
                        network.bytes() + costs.bytes() + index.bytes(),
                        THREADS * new NearestSearch(costs, LIMIT).bytes(),
                        compared,
                        nodesOnly,
                        oneThread,
                        withAddresses,
                        pgRouting,
                        twoSessions));
        return 0;
    }

    private static List<Compared> compare(County county) throws Exception {
        List<Compared> compared = new ArrayList<>();
        for (WalkPlaces places : WalkPlaces.all()) {
            WalkCosts costs = WalkCosts.time(places.network(), ADULT);
            List<Destinations> categories = places.categories(costs);
            List<int[]> ours = costsOfNodes(costs, categories);
            try (PgRouting peer = new PgRouting(county.dataSource(), costs, LIMIT, categories)) {
                compared.add(
                        new Compared(
                                places.name(),
                                places.network().nodeCount(),
                                places.network().edgeCount(),
                                reached(ours),
                                peer.different(ours)));
            }
        }
        return compared;
    }

    /** How long it takes to find what is expected. */
    private static double seconds(Callable<Sum> work, Sum expected) throws Exception {
        long start = System.nanoTime();
        Sum sum = work.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!sum.equals(expected)) {
            throw new IllegalStateException("adds up to " + sum + ", not " + expected);
        }
        return seconds;
    }

    private static Sum search(WalkCosts costs, List<Destinations> categories, int threads)
            throws InterruptedException {
        LongAdder nodes = new LongAdder();
        LongAdder cost = new LongAdder();
        NearestRuns.each(
                costs, LIMIT, categories, threads, (category, search) -> add(search, nodes, cost));
        return new Sum(nodes.sum(), cost.sum());
    }

    private static void add(NearestSearch search, LongAdder nodes, LongAdder cost) {
        long sum = 0;
        for (int i = 0; i < search.reachedCount(); i++) {
            sum += Label.cost(search.node(search.reached(i)));
        }
        nodes.add(search.reachedCount());
        cost.add(sum);
    }

    private static Sum place(WalkCosts costs, List<Destinations> categories, Snaps addresses)
            throws InterruptedException {
        LongAdder nodes = new LongAdder();
        LongAdder cost = new LongAdder();
        LongAdder labels = new LongAdder();
        NearestRuns.each(
                costs,
                LIMIT,
                categories,
                THREADS,
                (category, search) -> {
                    add(search, nodes, cost);
                    long sum = 0;
                    for (int i = 0; i < addresses.size(); i++) {
                        sum += search.address(addresses, i);
                    }
                    labels.add(sum);
                });
        if (labels.sum() == 0) {
            throw new IllegalStateException("no address has a nearest facility");
        }
        return new Sum(nodes.sum(), cost.sum());
    }

    private static List<int[]> costsOfNodes(WalkCosts costs, List<Destinations> categories)
            throws InterruptedException {
        List<int[]> ours = new ArrayList<>();
        categories.forEach(category -> ours.add(new int[costs.network().nodeCount()]));
        NearestRuns.each(
                costs,
                LIMIT,
                categories,
                THREADS,
                (category, search) -> {
                    int[] into = ours.get(category);
                    for (int node = 0; node < into.length; node++) {
                        long label = search.node(node);
                        into[node] = label == Label.NONE ? WalkCosts.BLOCKED : Label.cost(label);
                    }
                });
        return ours;
    }

    private static long reached(List<int[]> costs) {
        return costs.stream()
                .flatMapToInt(Arrays::stream)
                .filter(cost -> cost != WalkCosts.BLOCKED)
                .count();
    }
}
