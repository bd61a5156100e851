package org.weiwang.bench;

import java.util.List;
import org.weiwang.bench.WhatIfBenchmark.Result;

/** The words and the table about {@code WhatIfBenchmark}. */
final class WhatIfSection {
    private static final String HEAD =
            """
            The nearest facility within an hour on foot (1.2 m/s) for all %,d addresses of the demo county
            简阳, on a network of %,d nodes and %,d edges, for %d categories with %,d facilities together.
            One facility of a random category is added at a random address, closed, or moved to one; or a
            way of some hundred metres is added between two addresses, which counts for all categories.
            Each on one thread, and to all addresses that it changes. Processor time leaves out what the
            machine did for others meanwhile.

            """;

    private static final String TAIL =
            """

            - **anew**: the one category is searched anew, and all addresses labelled, on one thread.
            - **network anew**: the network is made anew with the way, and all categories are searched, on
              two threads.

            Of %,d labels that were searched anew, other than found: %d. The labels that are kept take
            %.0f MB.

            """;

    private WhatIfSection() {}

    static String of(Result result) {
        Spread anew = Spread.of(result.anew());
        Spread rebuilt = Spread.of(result.rebuilt());
        MarkdownTable table =
                new MarkdownTable(
                        "",
                        "ms, p50 / p95 / p99",
                        "of processor time",
                        "addresses changed, p50 / p95",
                        "target");
        result.times()
                .forEach(
                        (kind, times) ->
                                table.row(
                                        kind,
                                        cell(times),
                                        cell(result.processor().get(kind)),
                                        "%,.0f / %,.0f"
                                                .formatted(
                                                        at(result.changed().get(kind), 0.5),
                                                        at(result.changed().get(kind), 0.95)),
                                        kind.equals("way") ? "" : "p95 5 ms"));
        table.row("anew, median (min–max)", MarkdownTable.cell(anew, "%.1f"), "", "", "");
        table.row("network anew, likewise", MarkdownTable.cell(rebuilt, "%.0f"), "", "", "");
        return HEAD.formatted(
                        result.homes(),
                        result.nodes(),
                        result.edges(),
                        result.categories(),
                        result.facilities())
                + table
                + TAIL.formatted(
                        result.compared(), result.different(), result.baselineBytes() / 1e6)
                + result.run().paragraph();
    }

    private static String cell(List<Double> ascending) {
        return "%.2f / %.2f / %.2f"
                .formatted(at(ascending, 0.5), at(ascending, 0.95), at(ascending, 0.99));
    }

    private static double at(List<Double> ascending, double share) {
        return ascending.get((int) Math.ceil(share * ascending.size()) - 1);
    }
}
