package org.weiwang.bench;

import java.util.List;
import org.weiwang.bench.SitingBenchmark.All;
import org.weiwang.bench.SitingBenchmark.Compared;
import org.weiwang.bench.SitingBenchmark.Result;

/** The words and the tables about {@code SitingBenchmark}. */
final class SitingSection {
    private static final String HEAD =
            """
            So many sites among some candidates, that most households not served yet are served, with a
            capacity of each site in households or without; beside the exact optimum by CBC's branch and cut.
            `square` are random points with fixed seeds, `简阳` is the demo county with its facilities and
            evenly chosen addresses as candidates, 15 minutes at 1.2 m/s. The bound is stated with each
            answer; that it is never below the optimum is what makes it a certificate.

            """;

    private static final String LEAST =
            """

            The worst answer serves %.2f%% of the optimum (target 99%%); %d of %d are the optimum. The bound
            lies %.2f%% above the optimum at most, and below it %d times.

            All %,d addresses of the county as candidates, on two threads; pairs of a candidate and a home
            beyond what fits the memory are left out by considering one candidate in so many, while the
            bound is of all:

            """;

    private SitingSection() {}

    static String of(Result result) {
        return HEAD
                + compared(result.compared())
                + least(result)
                + all(result.all())
                + "\n"
                + result.run().paragraph();
    }

    private static MarkdownTable compared(List<Compared> rows) {
        MarkdownTable table =
                new MarkdownTable(
                        "question",
                        "candidates",
                        "pairs",
                        "sites",
                        "capacity",
                        "households",
                        "of the optimum",
                        "bound above it",
                        "s",
                        "CBC, s");
        for (Compared row : rows) {
            table.row(
                    row.name(),
                    row.candidates(),
                    "%,d".formatted(row.pairs()),
                    row.sites(),
                    capacity(row.capacity()),
                    "%,d".formatted(row.gain()),
                    "%.2f%%".formatted(100 * ofOptimum(row)),
                    "%.2f%%".formatted(100 * above(row)),
                    "%.2f".formatted(row.seconds()),
                    "%.1f".formatted(row.cbcSeconds()));
        }
        return table;
    }

    private static String least(Result result) {
        List<Compared> rows = result.compared();
        return LEAST.formatted(
                100 * rows.stream().mapToDouble(SitingSection::ofOptimum).min().orElseThrow(),
                rows.stream().filter(row -> row.gain() == row.optimum()).count(),
                rows.size(),
                100 * rows.stream().mapToDouble(SitingSection::above).max().orElseThrow(),
                rows.stream().filter(row -> row.bound() < row.optimum()).count(),
                result.addresses());
    }

    private static MarkdownTable all(List<All> rows) {
        MarkdownTable table =
                new MarkdownTable(
                        "category",
                        "sites",
                        "capacity",
                        "one in",
                        "households",
                        "bound",
                        "of the bound",
                        "s");
        for (All row : rows) {
            table.row(
                    row.category(),
                    row.sites(),
                    capacity(row.capacity()),
                    row.oneIn(),
                    "%,d".formatted(row.gain()),
                    "%,d".formatted(row.bound()),
                    "%.2f%%".formatted(100.0 * row.gain() / row.bound()),
                    "%.1f".formatted(row.seconds()));
        }
        return table;
    }

    private static String capacity(int capacity) {
        return capacity == 0 ? "–" : "%,d".formatted(capacity);
    }

    private static double ofOptimum(Compared row) {
        return (double) row.gain() / row.optimum();
    }

    private static double above(Compared row) {
        return (double) row.bound() / row.optimum() - 1;
    }
}
