package org.weiwang.bench;

import org.weiwang.bench.CircleBenchmark.Compared;
import org.weiwang.bench.CircleBenchmark.Result;

/** The words and the table about {@code CircleBenchmark}. */
final class CircleSection {
    private static final String HEAD =
            """
            The nearest facility within 15 minutes on foot (1.2 m/s, whole tenths of a second) for every node
            of a made-up network of %,d nodes and %,d edges, for each of 15 categories with %,d
            facilities together. %,d pairs of a node and a category are reached.

            - **Weiwang**: a bucket search from all facilities of a category, on two threads; **one thread**:
              the same on one.
            - **with addresses**: the same on two threads, and the nearest facility of 1,000,000 addresses
              besides.
            - **pgRouting**: one `pgr_drivingDistance` for all categories, each with a node of its own from
              which edges lead to its facilities. The network lies in an unlogged table, and is read and
              built up in each call, as pgRouting does; `work_mem` is 2 GB. **two sessions**: one call in
              each at the same time, for half of the categories.

            All add up how many nodes are reached and at what cost, and come to the same.

            """;

    private static final String COMPARED =
            """

            How many pairs of a node and a category have another cost by pgRouting, or are reached by one
            of the two alone:

            """;

    private static final String TAIL =
            """

            The network takes %.0f MB with its costs and the index of its edges, the search %.0f MB on two
            threads.

            """;

    private CircleSection() {}

    static String of(Result result) {
        Spread nodes = Spread.of(result.nodesOnly());
        Spread addresses = Spread.of(result.withAddresses());
        Spread oneThread = Spread.of(result.oneThread());
        Spread oneSession = Spread.of(result.pgRouting());
        Spread twoSessions = Spread.of(result.twoSessions());
        MarkdownTable table =
                new MarkdownTable(
                        "",
                        "s, median (min–max)",
                        "pgRouting against it",
                        "two sessions",
                        "target");
        row(table, "Weiwang", nodes, oneSession, twoSessions, "50×, 1.5 s");
        row(table, "one thread", oneThread, oneSession, twoSessions, "");
        row(table, "with addresses", addresses, oneSession, twoSessions, "");
        table.row("pgRouting", cell(oneSession), "", "", "");
        table.row("two sessions", cell(twoSessions), "", "", "");
        return HEAD.formatted(result.nodes(), result.edges(), result.facilities(), result.reached())
                + table
                + COMPARED
                + compared(result)
                + TAIL.formatted(result.networkBytes() / 1e6, result.searchBytes() / 1e6)
                + result.run().paragraph();
    }

    private static MarkdownTable compared(Result result) {
        MarkdownTable table =
                new MarkdownTable("network", "nodes", "edges", "pairs reached", "different");
        row(
                table,
                new Compared(
                        "city",
                        result.nodes(),
                        result.edges(),
                        result.reached(),
                        result.different()));
        result.compared().forEach(compared -> row(table, compared));
        return table;
    }

    private static void row(MarkdownTable table, Compared compared) {
        table.row(
                compared.name(),
                "%,d".formatted(compared.nodes()),
                "%,d".formatted(compared.edges()),
                "%,d".formatted(compared.reached()),
                "%,d".formatted(compared.different()));
    }

    private static String cell(Spread spread) {
        return MarkdownTable.cell(spread, "%.2f");
    }

    private static void row(
            MarkdownTable table,
            String name,
            Spread ours,
            Spread oneSession,
            Spread twoSessions,
            String target) {
        table.row(name, cell(ours), ratio(oneSession, ours), ratio(twoSessions, ours), target);
    }

    private static String ratio(Spread peer, Spread ours) {
        return MarkdownTable.times(peer.median() / ours.median());
    }
}
