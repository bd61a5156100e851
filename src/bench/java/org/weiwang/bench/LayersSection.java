package org.weiwang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.weiwang.bench.LayerComparison.Compared;
import org.weiwang.bench.LayersBenchmark.Asked;
import org.weiwang.bench.LayersBenchmark.Peer;
import org.weiwang.bench.LayersBenchmark.Result;
import org.weiwang.bench.LayersBenchmark.Sample;
import org.weiwang.bench.LayersBenchmark.TileTimes;
import org.weiwang.bench.LayersBenchmark.Times;

/** The words and the tables about {@link LayersBenchmark}. */
final class LayersSection {
    private static final String HEAD =
            """
            All %,d micro grids of the demo county 简阳, as a GIS tool and a web map fetch them. Three servers
            with the same settings run in one process and are asked in turns, %d s each time, on 1, 16 and 64
            connections that stay open; `wrk`, one thread; a warm-up comes before. Medians, smallest and
            largest of the turns; a ratio is the median of those of each round.

            - **pages**: `/ogc/collections/micro-grids/items?limit=1000`, all %d pages one after the other,
              GeoJSON, not compressed.
            - **boxes**: the same with `bbox` around each of the %d towns.
            - **tiles**: the %d vector tiles that a screen of 1,280 by 768 pixels shows around three
              addresses at zoom %d to %d, in a random order with a fixed seed, not compressed.
            - **tiles drawn**: the same from a server that keeps none, and so draws each again as if it were
              asked for the first time.
            - **Weiwang**: the program's server. It has drawn the tiles before and kept them, but where it
              says otherwise.
            - **PostGIS**: one prepared statement for each answer, through the program's pool of
              connections: `ST_AsGeoJSON` in `json_agg` in `json_build_object`, eight decimals, the page after a
              code or the grids that meet a box; `ST_AsMVT` of `ST_AsMVTGeom` with the same margin. The grids
              lie in a table of their own, not compressed, in the order of their codes, with the geometry
              in Web Mercator made before, and an index for each question. It keeps no answers, and neither
              counts matches nor writes links, as Weiwang does.
            - **PostGIS, tuned**: the same, but a page is put together as text (`ST_AsGeoJSON` of the
              geometry, `json_build_object` of the properties, `string_agg`), so that no JSON is read again.

            """;

    private static final String COMPARED =
            """
            Compared before: of %,d features on the pages and %,d in the boxes, %d and %d are not at the
            same place of PostGIS's answers or have other properties or another geometry (to the last
            decimal), %d and %d tuned. All pages have %.1f MB from
            Weiwang and %.1f MB from PostGIS. In the tiles %,d features are the same, %,d are in Weiwang's alone and
            %,d in PostGIS's, which leaves out what becomes smaller than a step; %.2f and %.2f MB. Weiwang's are
            generalised as a coverage, PostGIS's each for itself.

            """;

    private static final String FIRST =
            """

            Tiles from a server that was just started, one after the other on one connection, milliseconds
            for each. All layers' shapes were ready at all zooms %s s after the start, by one thread in the
            background (%.1f s where the process had just begun, too):

            """;

    private static final String COMPRESSED =
            """

            Pages compressed with gzip (level 1), one after the other on one connection, milliseconds
            for each. Weiwang keeps what it has compressed; PostGIS's server does not.

            """;

    private static final String WORK =
            """

            What one thread works on a page of 1,000, from the atlas to a stream that goes nowhere: %s ms of
            processor time (%s ms by the clock), target 5 ms; it leaves %,.0f KB of memory to collect. Heap in
            use, with all garbage collected, while Weiwang alone was asked on 64 connections: %s MB, before,
            and after each round of pages, boxes and tiles. That is the atlas with its index and all tiles.

            `wrk`, the servers and PostgreSQL share the machine's processors, so that absolute figures are
            lower than a client on another machine would see; the ratios are what counts. Requests that
            are under way when a turn ends are not counted, which flatters the percentiles of the slower.
            Not covered: a network, TLS, filters, other reference systems and other formats.

            """;

    private final Result result;

    private LayersSection(Result result) {
        this.result = result;
    }

    static String of(Result result) {
        return new LayersSection(result).text();
    }

    private String text() {
        Compared compared = result.compared();
        return HEAD.formatted(
                        compared.pages().features(),
                        result.seconds(),
                        compared.pages().answers(),
                        compared.boxes().answers(),
                        compared.tiles(),
                        LayerPaths.MIN_ZOOM,
                        LayerPaths.MAX_ZOOM)
                + compared(compared)
                + rates()
                + "\n"
                + latencies()
                + FIRST.formatted(
                        MarkdownTable.cell(Spread.of(startedSeconds()), "%.1f"),
                        result.shapesMillis().get(0) / 1e3)
                + firstTiles()
                + COMPRESSED
                + compressed(result.compressed())
                + WORK.formatted(
                        MarkdownTable.cell(Spread.of(result.page().processorMillis()), "%.2f"),
                        MarkdownTable.cell(Spread.of(result.page().millis()), "%.2f"),
                        result.page().allocated() / 1e3,
                        result.heap().stream()
                                .map(bytes -> "%.0f".formatted(bytes / 1e6))
                                .collect(Collectors.joining(", ")))
                + result.run().paragraph();
    }

    private static String compared(Compared compared) {
        return COMPARED.formatted(
                compared.pages().features(),
                compared.boxes().features(),
                compared.pages().different(),
                compared.boxes().different(),
                compared.pages().tunedDifferent(),
                compared.boxes().tunedDifferent(),
                compared.bytes().weiwang() / 1e6,
                compared.bytes().postgis() / 1e6,
                compared.drawn().both(),
                compared.drawn().weiwangOnly(),
                compared.drawn().postgisOnly(),
                compared.tileBytes().weiwang() / 1e6,
                compared.tileBytes().postgis() / 1e6);
    }

    private String rates() {
        MarkdownTable table =
                new MarkdownTable(
                        "connections",
                        "Weiwang, answers/s",
                        "PostGIS",
                        "tuned",
                        "PostGIS against it (target 10×)",
                        "tuned");
        for (Asked asked : Asked.values()) {
            for (int connections : connections()) {
                List<Double> weiwang = rates(asked, asked.of().get(0), connections);
                List<Double> postgis = rates(asked, Peer.POSTGIS, connections);
                List<Double> tuned = rates(asked, Peer.TUNED, connections);
                table.row(
                        name(asked, connections),
                        MarkdownTable.cell(Spread.of(weiwang), "%,.0f"),
                        MarkdownTable.cell(Spread.of(postgis), "%,.1f"),
                        tuned.isEmpty() ? "" : MarkdownTable.cell(Spread.of(tuned), "%,.1f"),
                        ratio(weiwang, postgis),
                        tuned.isEmpty() ? "" : ratio(weiwang, tuned));
            }
        }
        return table.toString();
    }

    private String latencies() {
        MarkdownTable table =
                new MarkdownTable("connections", "Weiwang, p50 / p99 ms", "PostGIS", "tuned");
        for (Asked asked : Asked.values()) {
            for (int connections : connections()) {
                table.row(
                        name(asked, connections),
                        latency(asked, asked.of().get(0), connections),
                        latency(asked, Peer.POSTGIS, connections),
                        asked.of().contains(Peer.TUNED)
                                ? latency(asked, Peer.TUNED, connections)
                                : "");
            }
        }
        return table.toString();
    }

    private String firstTiles() {
        MarkdownTable table =
                new MarkdownTable(
                        "zoom",
                        "tiles",
                        "Weiwang, first time",
                        "once more",
                        "PostGIS",
                        "ratio of the first time");
        for (TileTimes zoom : result.tiles()) {
            Times times = zoom.times();
            table.row(
                    zoom.zoom(),
                    zoom.tiles(),
                    MarkdownTable.cell(Spread.of(times.first()), "%.1f"),
                    MarkdownTable.cell(Spread.of(times.again()), "%.1f"),
                    MarkdownTable.cell(Spread.of(times.postgis()), "%.1f"),
                    ratio(times.postgis(), times.first()));
        }
        return table.toString();
    }

    private List<Double> startedSeconds() {
        return result.shapesMillis().stream().skip(1).map(millis -> millis / 1e3).toList();
    }

    private static String compressed(Times times) {
        return new MarkdownTable("", "ms for a page", "PostGIS against it")
                .row("first time", cell(times.first()), ratio(times.postgis(), times.first()))
                .row("once more", cell(times.again()), ratio(times.postgis(), times.again()))
                .row("PostGIS", cell(times.postgis()), "")
                .toString();
    }

    private static String cell(List<Double> millis) {
        return MarkdownTable.cell(Spread.of(millis), "%.1f");
    }

    private static String name(Asked asked, int connections) {
        return "%s, %d"
                .formatted(asked.name().toLowerCase(Locale.ROOT).replace('_', ' '), connections);
    }

    private List<Double> rates(Asked asked, Peer peer, int connections) {
        return each(asked, peer, connections, Wrk.Load::perSecond);
    }

    private String latency(Asked asked, Peer peer, int connections) {
        return "%.2f / %.2f"
                .formatted(
                        Spread.of(each(asked, peer, connections, Wrk.Load::p50)).median() / 1e3,
                        Spread.of(each(asked, peer, connections, Wrk.Load::p99)).median() / 1e3);
    }

    /** Of each round, of one thing against another in the same. */
    private static String ratio(List<Double> more, List<Double> less) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < more.size(); round++) {
            ratios.add(more.get(round) / less.get(round));
        }
        Spread spread = Spread.of(ratios);
        return "%s (%s–%s)"
                .formatted(
                        MarkdownTable.times(spread.median()),
                        MarkdownTable.times(spread.min()),
                        MarkdownTable.times(spread.max()));
    }

    private List<Integer> connections() {
        return result.samples().stream().map(Sample::connections).distinct().sorted().toList();
    }

    /** In the order of rounds. */
    private List<Double> each(
            Asked asked, Peer peer, int connections, ToDoubleFunction<Wrk.Load> figure) {
        return result.samples().stream()
                .filter(
                        sample ->
                                sample.asked() == asked
                                        && sample.peer() == peer
                                        && sample.connections() == connections)
                .map(sample -> figure.applyAsDouble(sample.load()))
                .toList();
    }
}
