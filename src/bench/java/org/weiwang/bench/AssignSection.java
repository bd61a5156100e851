package org.weiwang.bench;

import org.weiwang.bench.AssignBenchmark.Peer;
import org.weiwang.bench.AssignBenchmark.Result;
import org.weiwang.bench.AssignBenchmark.Sample;

/** The words and the table about {@link AssignBenchmark}. */
final class AssignSection {
    private static final String HEAD =
            """
            %,d rows of a CSV file (number, address text, longitude, latitude; made with a fixed seed in the
            demo county 简阳) get the codes of their micro, general, community and dedicated grids, their
            town, and an outcome. The peers take turns, in %d rounds.

            - **`weiwang assign`**: the command as a user runs it, from the start of its process, atlas and all.
              It holds at most %,d MiB of memory.
            - **with a constant**: the same program with one answer for all points in place of the index's.
            - **in process**: what the command does between opening and closing the files, in a process that
              has done it before; and the same with a constant.
            - **PostGIS**: `COPY` in, lateral joins with the stored grids through their GiST index by the same
              rule, `COPY` out, two parallel workers. The output has no order.
            - **PostGIS, tuned**: the index is on the points instead, and the grids lie uncompressed in a table
              made before the clock starts, with an index for each level.
            - **GeoPandas**: `read_csv`, `sjoin`, merges, `to_csv`. The start of Python and the reading of the
              grids are not counted.
            - **GeoPandas, tuned**: each prepared grid is asked for its points, in place of `sjoin`.

            In the last round the peers get all rows, in the others the first %,d, whose times are scaled
            linearly. Of all rows so many got other grids or another outcome than from `weiwang assign`:
            PostGIS %d, tuned %d; GeoPandas %d, tuned %d. For all rows they took %.0f, %.0f, %.0f and %.0f s.

            """;

    private static final String NOT_COVERED =
            """

            Not covered: rows that have no position and are found by their text, other formats than CSV, files
            that do not fit into the memory of the system's file cache.
            """;

    private final Result result;
    private final int rows;

    private AssignSection(Result result) {
        this.result = result;
        this.rows = rows(Peer.COMMAND);
    }

    static String of(Result result) {
        return new AssignSection(result).text();
    }

    private String text() {
        return HEAD.formatted(
                        rows,
                        result.samples().stream().filter(s -> s.peer() == Peer.COMMAND).count(),
                        result.samples().stream().mapToLong(Sample::memory).max().orElseThrow(),
                        rows(Peer.POSTGIS),
                        result.different().get(Peer.POSTGIS),
                        result.different().get(Peer.POSTGIS_TUNED),
                        result.different().get(Peer.GEOPANDAS),
                        result.different().get(Peer.GEOPANDAS_TUNED),
                        wholeFile(Peer.POSTGIS),
                        wholeFile(Peer.POSTGIS_TUNED),
                        wholeFile(Peer.GEOPANDAS),
                        wholeFile(Peer.GEOPANDAS_TUNED))
                + table()
                + NOT_COVERED
                + "\n"
                + result.run().paragraph();
    }

    private String table() {
        MarkdownTable table =
                new MarkdownTable(
                        "",
                        "s for %,d rows, median (min–max)".formatted(rows),
                        "rows/s",
                        "`weiwang assign` against it",
                        "target");
        double command = seconds(Peer.COMMAND).median();
        row(table, "`weiwang assign`", Peer.COMMAND, "", "");
        row(
                table,
                "with a constant",
                Peer.CONSTANT_COMMAND,
                longer(Peer.COMMAND, Peer.CONSTANT_COMMAND),
                "2 times at most");
        row(table, "PostGIS", Peer.POSTGIS, faster(Peer.POSTGIS, command), "30×");
        row(table, "PostGIS, tuned", Peer.POSTGIS_TUNED, faster(Peer.POSTGIS_TUNED, command), "");
        row(table, "GeoPandas", Peer.GEOPANDAS, faster(Peer.GEOPANDAS, command), "10×");
        row(
                table,
                "GeoPandas, tuned",
                Peer.GEOPANDAS_TUNED,
                faster(Peer.GEOPANDAS_TUNED, command),
                "");
        row(table, "in process", Peer.ENGINE, "", "");
        row(
                table,
                "in process, with a constant",
                Peer.CONSTANT,
                longer(Peer.ENGINE, Peer.CONSTANT),
                "");
        return table.toString();
    }

    private String longer(Peer ours, Peer constant) {
        double times = seconds(ours).median() / seconds(constant).median();
        return "%.1f times as long".formatted(times);
    }

    private void row(MarkdownTable table, String name, Peer peer, String ratio, String target) {
        Spread seconds = seconds(peer);
        table.row(
                name,
                MarkdownTable.cell(seconds, "%.1f"),
                "%,.0f".formatted(rows / seconds.median()),
                ratio,
                target);
    }

    private String faster(Peer peer, double command) {
        return MarkdownTable.times(seconds(peer).median() / command) + " as fast";
    }

    private int rows(Peer peer) {
        return result.samples().stream()
                .filter(sample -> sample.peer() == peer)
                .mapToInt(Sample::rows)
                .findFirst()
                .orElseThrow();
    }

    /** Seconds of the turn in which the peer got all rows. */
    private double wholeFile(Peer peer) {
        return result.samples().stream()
                .filter(sample -> sample.peer() == peer && sample.rows() == rows)
                .mapToDouble(Sample::seconds)
                .findFirst()
                .orElseThrow();
    }

    /** For all rows. */
    private Spread seconds(Peer peer) {
        return Spread.of(
                result.samples().stream()
                        .filter(sample -> sample.peer() == peer)
                        .map(sample -> sample.seconds() * rows / sample.rows())
                        .toList());
    }
}
