package org.weiwang.bench;

import org.weiwang.bench.CheckBenchmark.Checked;
import org.weiwang.bench.CheckBenchmark.Result;

/** The words and the table about {@code CheckBenchmark}. */
final class CheckSection {
    private static final String HEAD =
            """
            All that is wrong with the grids of the demo counties, found from the grids alone, which are read
            before; on all processors, with at most %,d MiB of heap. The first turn is in a process that has
            checked nothing before, but for the rows above it. What is found are warnings: households beyond
            the norm, grids of several parts and such. In the rows with vertices of their own, one edge in so
            many has a vertex that the grid on its other side lacks.

            """;

    private CheckSection() {}

    static String of(Result result) {
        MarkdownTable table =
                new MarkdownTable(
                        "checked",
                        "grids",
                        "micro grids",
                        "errors",
                        "warnings",
                        "s, first",
                        "s, median (min–max)",
                        "target");
        result.checked().forEach(checked -> row(table, checked));
        return HEAD.formatted(result.heap()) + table + "\n" + result.run().paragraph();
    }

    private static void row(MarkdownTable table, Checked checked) {
        table.row(
                checked.name(),
                "%,d".formatted(checked.grids()),
                "%,d".formatted(checked.microGrids()),
                checked.errors(),
                "%,d".formatted(checked.warnings()),
                "%.2f".formatted(checked.first()),
                MarkdownTable.cell(Spread.of(checked.seconds()), "%.2f"),
                checked.microGrids() < 10_000 ? "2" : "30");
    }
}
