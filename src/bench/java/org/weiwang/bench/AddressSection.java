package org.weiwang.bench;

import java.util.List;
import java.util.function.ToIntFunction;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.bench.AddressBenchmark.Result;
import org.weiwang.bench.AddressBenchmark.Tally;

/** The words and the table about {@code AddressBenchmark}. */
final class AddressSection {
    private static final String HEAD =
            """
            %,d addresses of %d demo counties, and their facilities. Of addresses that a fixed seed draws, as
            many of roads as of villages, each text is distorted as people write, by tables that are not the
            program's. Some numbers and buildings were taken out of the data before, with all that is in them.
            A slip that makes another known name is not counted as one; one that may be of two names of which
            both are there has two true readings.

            - **first**: the first candidate is the one that is meant, whatever `match` says; where several are
              true, `AMBIGUOUS` with that one among them will do. Of what does not exist: answered neither
              `EXACT` nor `CORRECTED`.
            - **grids**: answered with a grid that is certain; **right**: of these, those in the grid where it
              is, or would be. What has another district's or a made-up name is nowhere; a number beyond the last
              may be anywhere, and is not counted.
            - **pg_trgm**: the most similar of the same rows by `similarity`, through a GIN index, for %d texts
              of each kind; of what does not exist: that it finds nothing. It has no facilities.
            - Times are of one thread that asks one text after the other, each for the second time.

            """;

    private static final String SUMS =
            """

            | | measured | target |
            |---|--:|--:|
            | first candidate, where it exists | %.2f%% | 99%% |
            | `EXACT` or `CORRECTED`, where it does not | %.3f%% | 0.1%% at most |
            | certain grids that are right | %.2f%% | 99.9%% |
            | look-up by the clock, median / p99 | %.2f / %.1f ms | 1 / 10 ms |
            | the same in processor time | %.2f / %.1f ms | |
            | distorted rows/s of one processor | %,.0f | 800, aim 2,000 |
            | rows/s as they are stored | %,.0f | 100,000 |
            | pg_trgm, median by the clock | %.0f ms | |
            | pg_trgm, first, where it exists | %.1f%% | |

            """;

    private final Result result;

    private AddressSection(Result result) {
        this.result = result;
    }

    static String of(Result result) {
        return new AddressSection(result).text();
    }

    private String text() {
        int peerEach = result.tallies().stream().mapToInt(Tally::peerCases).max().orElseThrow();
        return HEAD.formatted(result.addresses(), result.districts(), peerEach)
                + table()
                + sums()
                + result.run().paragraph();
    }

    private String table() {
        MarkdownTable table =
                new MarkdownTable(
                        "",
                        "texts",
                        "first",
                        "EXACT",
                        "CORRECTED",
                        "PARTIAL",
                        "AMBIGUOUS",
                        "NOT_FOUND",
                        "grids",
                        "right",
                        "median / p99, ms",
                        "pg_trgm");
        for (Tally tally : result.tallies()) {
            table.row(
                    tally.how().words(),
                    "%,d".formatted(tally.cases()),
                    percent(tally.right(), tally.cases(), 2),
                    kind(tally, Kind.EXACT),
                    kind(tally, Kind.CORRECTED),
                    kind(tally, Kind.PARTIAL),
                    kind(tally, Kind.AMBIGUOUS),
                    kind(tally, Kind.NOT_FOUND),
                    percent(tally.grids(), tally.cases(), 1),
                    percent(tally.rightGrids(), tally.judgedGrids(), 2),
                    "%.2f / %.1f".formatted(tally.medianMillis(), tally.p99Millis()),
                    percent(tally.peerRight(), tally.peerCases(), 0));
        }
        return table.toString();
    }

    private static String kind(Tally tally, Kind kind) {
        return "%,d".formatted(tally.kinds().getOrDefault(kind, 0));
    }

    private static String percent(int part, int all, int digits) {
        return all == 0 ? "–" : ("%." + digits + "f%%").formatted(100.0 * part / all);
    }

    private String sums() {
        List<Tally> there = result.tallies().stream().filter(each -> each.how().isThere()).toList();
        List<Tally> absent =
                result.tallies().stream().filter(each -> !each.how().isThere()).toList();
        return SUMS.formatted(
                100 * share(there, Tally::right, Tally::cases),
                100 - 100 * share(absent, Tally::right, Tally::cases),
                100 * share(result.tallies(), Tally::rightGrids, Tally::judgedGrids),
                result.medianMillis(),
                result.p99Millis(),
                result.cpuMedian(),
                result.cpuP99(),
                result.messyRows(),
                result.exactRows(),
                result.peerMedianMillis(),
                100 * share(there, Tally::peerRight, Tally::peerCases));
    }

    private static double share(
            List<Tally> tallies, ToIntFunction<Tally> part, ToIntFunction<Tally> all) {
        return (double) tallies.stream().mapToInt(part).sum()
                / tallies.stream().mapToInt(all).sum();
    }
}
