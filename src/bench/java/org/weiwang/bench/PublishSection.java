package org.weiwang.bench;

import org.weiwang.bench.PublishBenchmark.Result;

/** The words and the tables about {@link PublishBenchmark}. */
final class PublishSection {
    private static final String HEAD =
            """
            All demo counties of Chengdu, %,d micro grids, are in force on one server with a heap of %,d MiB,
            in a process of its own on an embedded PostgreSQL, without the living circle. In one of ten general grids micro grids are
            redrawn, in every district; each edition comes with its responders. Only 双流区 (the largest,
            14,173 micro grids) and 简阳市 have addresses, which take memory of their own and are shared by
            the editions. %d look-ups a second are asked at a steady rate, and batches of %d rows twice a
            second, all over the city. An answer's time counts from when its question was due, so that a
            pause makes late all that it keeps waiting.

            - **One district**: a new edition of 双流区 is published for now, its addresses placed by the
              same server. Preparing took %.1f s; the last answer of the former edition came %.0f ms after the
              moment from which the new one is in force.
            - **All districts**: those of all %d are published one after the other for one moment %d
              minutes later. Preparing took %.1f s; the last answer of a former edition came %.0f ms after
              the moment.

            """;

    private static final String FAULTS =
            """

            Look-ups and batches that failed: %d. Answers that took an edition's grids for another's: %d.
            Answers of a former edition when the new one had been named already: %d. Editions not held ready
            when they were published: %d.

            Heap in use with all garbage collected, looked at every second while the same is done once more:

            """;

    private static final String MORE =
            """

            - **Another moment** (`datetime=`), when other editions were in force in all districts: the first
              look-up was answered after %.1f s (503 before: %d), the %s thereafter in
              %.2f (%.2f–%.2f) ms.
            - **Comparing** the two editions of 简阳市 (4,951 micro grids and its addresses) took %.1f s and
              %.1f s of the server's processor time, PostgreSQL's not counted; once more %.2f s.
            - **The lock** by which a publication keeps all others waiting, until it is committed: %s ms
              in %d publications of 双流区, with nothing else to do.

            The load, the server and PostgreSQL share the machine's processors. Not covered: several servers,
            a database on another machine, addresses in all districts.
            """;

    private final Result result;

    private PublishSection(Result result) {
        this.result = result;
    }

    static String of(Result result) {
        return new PublishSection(result).text();
    }

    private String text() {
        Swap one = result.one();
        Swap all = result.all();
        return HEAD.formatted(
                        result.microGrids(),
                        result.heapMebibytes(),
                        LookupLoad.PER_SECOND,
                        BatchLoad.ROWS,
                        one.publishSeconds(),
                        one.lateMillis(),
                        City.districts().size(),
                        PublishBenchmark.AHEAD.toMinutes(),
                        all.publishSeconds(),
                        all.lateMillis())
                + windows()
                + FAULTS.formatted(
                        one.failed() + all.failed(),
                        one.contradictions() + all.contradictions(),
                        one.relapses() + all.relapses(),
                        one.notPrepared() + all.notPrepared())
                + heap()
                + more()
                + "\n"
                + result.run().paragraph();
    }

    private MarkdownTable windows() {
        MarkdownTable table =
                new MarkdownTable(
                        "look-ups",
                        "seconds",
                        "p50 / p99 ms",
                        "longest ms",
                        "longest without an answer ms");
        rows(table, "one district", result.one());
        rows(table, "all districts", result.all());
        return table;
    }

    private static void rows(MarkdownTable table, String name, Swap swap) {
        for (Window window : swap.windows()) {
            table.row(
                    name + ": " + window.name(),
                    "%.0f".formatted(window.seconds()),
                    "%.2f / %.2f".formatted(window.p50(), window.p99()),
                    "%.0f".formatted(window.most()),
                    "%.0f".formatted(window.silence()));
        }
    }

    private MarkdownTable heap() {
        MarkdownTable table = new MarkdownTable("heap in use", "MiB", "of the rest", "target");
        row(table, "at rest", result.rest(), "2,048 MiB");
        row(table, "while one district is published", result.oneHeap(), "1.25");
        row(table, "while all are published for one moment", result.allHeap(), "1.25");
        row(table, "with the grids of another moment", result.past().heap(), "");
        return table;
    }

    private void row(MarkdownTable table, String name, long bytes, String target) {
        table.row(
                name,
                "%,d".formatted(bytes >> 20),
                "%.2f".formatted((double) bytes / result.rest()),
                target);
    }

    private String more() {
        PublishBenchmark.Past past = result.past();
        PublishBenchmark.Compared compared = result.compared();
        return MORE.formatted(
                past.firstSeconds(),
                past.refused(),
                "%,d".formatted(PublishBenchmark.LATER),
                past.laterMillis().median(),
                past.laterMillis().min(),
                past.laterMillis().max(),
                compared.seconds(),
                compared.processorSeconds(),
                compared.againSeconds(),
                MarkdownTable.cell(Spread.of(result.lockedMillis()), "%.0f"),
                result.lockedMillis().size());
    }
}
