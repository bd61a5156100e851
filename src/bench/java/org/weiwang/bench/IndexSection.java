package org.weiwang.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.weiwang.bench.GridIndexBenchmark.Build;
import org.weiwang.bench.IndexRun.Result;
import org.weiwang.bench.IndexRun.Sample;

/** The words and the table about {@code GridIndexBenchmark}. */
final class IndexSection {
    private static final String HEAD =
            """
            The micro grid that covers a point, for address-like points in a random order with a fixed seed,
            on one thread; JMH. The peer is JTS: an `STRtree` of the grids' boxes with an
            `IndexedPointInAreaLocator` for each grid. `county` is the demo county 简阳; `city` is all demo
            counties of Chengdu.

            """;

    private static final String BUILT =
            """
            Built from the polygons on all processors, and what the index takes beside them:

            """;

    /** How many times as fast as JTS each size is to be. */
    private static final Map<String, Integer> TARGETS = Map.of("county", 30, "city", 20);

    private record Limit(String seconds, String megabytes) {}

    private static final Map<String, Limit> LIMITS =
            new TreeMap<>(Map.of("county", new Limit("–", "64"), "city", new Limit("30", "1,500")));

    private final Result result;

    private IndexSection(Result result) {
        this.result = result;
    }

    static String of(Result result) throws IOException {
        return new IndexSection(result).text();
    }

    private String text() throws IOException {
        MarkdownTable table =
                new MarkdownTable(
                        "per point, median (min–max)", "`GridIndex`", "JTS", "ratio", "target");
        for (String size : result.samples().stream().map(Sample::size).distinct().toList()) {
            Spread weiwang = scores("gridIndex", size);
            Spread jts = scores("jts", size);
            table.row(
                    size,
                    MarkdownTable.cell(weiwang, "%.0f") + " ns",
                    MarkdownTable.cell(jts, "%.0f") + " ns",
                    MarkdownTable.times(jts.median() / weiwang.median()),
                    TARGETS.get(size) + "×");
        }
        return HEAD + table + "\n" + BUILT + built() + "\n" + result.run().paragraph();
    }

    private static MarkdownTable built() throws IOException {
        MarkdownTable table =
                new MarkdownTable(
                        "built, median (min–max)",
                        "micro grids",
                        "seconds",
                        "target",
                        "MB",
                        "target");
        for (String size : LIMITS.keySet()) {
            Optional<Build> built = Results.read("index-" + size, Build.class);
            built.ifPresent(
                    build ->
                            table.row(
                                    size,
                                    "%,d".formatted(build.grids()),
                                    MarkdownTable.cell(Spread.of(build.seconds()), "%.2f"),
                                    LIMITS.get(size).seconds(),
                                    "%.0f".formatted(build.bytes() / 1e6),
                                    LIMITS.get(size).megabytes()));
        }
        return table;
    }

    private Spread scores(String method, String size) {
        return Spread.of(
                result.samples().stream()
                        .filter(s -> s.method().equals(method) && s.size().equals(size))
                        .flatMap(sample -> sample.scores().stream())
                        .toList());
    }
}
