package org.weiwang.bench;

import org.weiwang.bench.IsochroneBenchmark.Compared;
import org.weiwang.bench.IsochroneBenchmark.Result;

/** The words and the table about {@code IsochroneBenchmark}. */
final class IsochroneSection {
    private static final String HEAD =
            """
            All nodes within 15 minutes on foot (1.2 m/s) of one node, for random nodes with a fixed seed, one
            after the other on one thread: the median of the nodes, and of five turns. The peer is
            GraphHopper's `ShortestPathTree` on the same network with the same costs in its own store. Ours
            keeps its memory from place to place, the peer takes its own anew.
            What takes exactly 15 minutes is reached.

            """;

    private IsochroneSection() {}

    static String of(Result result) {
        MarkdownTable table =
                new MarkdownTable(
                        "network",
                        "nodes",
                        "reached",
                        "Weiwang ms",
                        "GraphHopper ms",
                        "ratio",
                        "places with another outcome");
        result.networks().forEach(network -> row(table, network));
        return HEAD + table + "\n" + result.run().paragraph();
    }

    private static void row(MarkdownTable table, Compared network) {
        Spread ours = Spread.of(network.ours());
        Spread peer = Spread.of(network.graphHopper());
        table.row(
                network.name(),
                "%,d".formatted(network.nodes()),
                "%,.0f".formatted(network.reached()),
                MarkdownTable.cell(ours, "%.2f"),
                MarkdownTable.cell(peer, "%.2f"),
                MarkdownTable.times(peer.median() / ours.median()),
                "%d of %d".formatted(network.different(), network.starts()));
    }
}
