package org.weiwang.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.weiwang.bench.HttpBenchmark.Peer;
import org.weiwang.bench.HttpBenchmark.Result;

/** The words and the tables about {@link HttpBenchmark}. */
final class HttpSection {
    private static final String HEAD =
            """
            `GET /api/v1/lookup?lon=…&lat=…` for addresses of the demo county 简阳, in a fixed order, one
            after the other on each of 1, 16 and 64 connections that stay open; `wrk`, one thread.
            Three servers with the same settings run in one process and are asked in turns, %d s each
            time; a warm-up comes before. Medians, smallest and largest of the turns.

            - **Weiwang**: the program's server.
            - **constant**: a document of the same length for every question, which is not read.
            - **PostGIS**: one prepared statement for each question, through the program's pool of
              connections; the grids are laid out for it (not compressed, a spatial index for each
              level). Of %d points, %d got another document than from Weiwang.

            `wrk`, the servers and PostgreSQL share the machine's processors, so that absolute figures are
            lower than a client on another machine would see; the ratios are what counts.

            """;

    private static final String NOT_COVERED =
            """

            Not covered: a network, TLS, look-ups by address text, and batches.
            """;

    private final Result result;

    private HttpSection(Result result) {
        this.result = result;
    }

    static String of(Result result) {
        return new HttpSection(result).text();
    }

    private String text() {
        return HEAD.formatted(result.seconds(), result.compared(), result.different())
                + rates()
                + "\n"
                + latencies()
                + NOT_COVERED
                + "\n"
                + result.run().paragraph();
    }

    private String rates() {
        MarkdownTable table =
                new MarkdownTable(
                        "connections",
                        "Weiwang, requests/s",
                        "constant",
                        "PostGIS",
                        "of the constant (target 85%)",
                        "PostGIS (target 4×)");
        for (int connections : connections()) {
            Spread weiwang = spread(Peer.WEIWANG, connections, Wrk.Load::perSecond);
            Spread constant = spread(Peer.CONSTANT, connections, Wrk.Load::perSecond);
            Spread postgis = spread(Peer.POSTGIS, connections, Wrk.Load::perSecond);
            table.row(
                    connections,
                    MarkdownTable.cell(weiwang, "%,.0f"),
                    MarkdownTable.cell(constant, "%,.0f"),
                    MarkdownTable.cell(postgis, "%,.0f"),
                    "%.0f%%".formatted(100 * weiwang.median() / constant.median()),
                    MarkdownTable.times(weiwang.median() / postgis.median()));
        }
        return table.toString();
    }

    private String latencies() {
        MarkdownTable table =
                new MarkdownTable("connections", "Weiwang, p50 / p99 ms", "constant", "PostGIS");
        for (int connections : connections()) {
            table.row(
                    connections,
                    latency(Peer.WEIWANG, connections),
                    latency(Peer.CONSTANT, connections),
                    latency(Peer.POSTGIS, connections));
        }
        return table.toString();
    }

    private String latency(Peer peer, int connections) {
        return "%.2f / %.2f"
                .formatted(
                        spread(peer, connections, Wrk.Load::p50).median() / 1e3,
                        spread(peer, connections, Wrk.Load::p99).median() / 1e3);
    }

    private List<Integer> connections() {
        return result.samples().stream()
                .map(HttpBenchmark.Sample::connections)
                .distinct()
                .sorted()
                .toList();
    }

    private Spread spread(Peer peer, int connections, ToDoubleFunction<Wrk.Load> figure) {
        return Spread.of(
                result.samples().stream()
                        .filter(s -> s.peer() == peer && s.connections() == connections)
                        .map(sample -> figure.applyAsDouble(sample.load()))
                        .toList());
    }
}
