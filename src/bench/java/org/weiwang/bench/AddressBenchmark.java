package org.weiwang.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.address.Alias;
import org.weiwang.atlas.Atlas;
import org.weiwang.store.Database;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Addresses as people write them, found among those of demo counties, beside pg_trgm. */
@Command(name = "addresses")
final class AddressBenchmark implements Callable<Integer> {
    private static final long SEED = 7;
    private static final int EXACT = 300_000;
    private static final int ROUNDS = 3;

    /** Villages and towns first; all ten have a million addresses. */
    private static final List<String> DISTRICTS =
            List.of(
                    "510131", "510113", "510104", "510105", "510106", "510107", "510108", "510112",
                    "510114", "510115");

    @Option(names = "--addresses", defaultValue = "1000000")
    private int wanted;

    @Option(names = "--queries", defaultValue = "2000")
    private int each;

    @Option(names = "--peer-queries", defaultValue = "25")
    private int peerEach;

    /**
     * What came of one distortion.
     *
     * @param right whose first candidate is the truth, or, where several are true, which are told
     *     to be ambiguous with the truth among them
     * @param grids answered with a certain grid
     * @param judgedGrids of these, which are right or wrong
     * @param rightGrids of these, right
     */
    record Tally(
            Distortion how,
            int cases,
            int right,
            Map<Kind, Integer> kinds,
            int grids,
            int judgedGrids,
            int rightGrids,
            double medianMillis,
            double p99Millis,
            int peerCases,
            int peerRight) {}

    /**
     * What was measured.
     *
     * @param messyRows a second of processor time, of one thread
     * @param exactRows the same of texts as they are stored
     * @param cpuMedian of a look-up, in milliseconds of processor time
     */
    record Result(
            Run run,
            int addresses,
            int districts,
            List<Tally> tallies,
            double medianMillis,
            double p99Millis,
            double cpuMedian,
            double cpuP99,
            double messyRows,
            double exactRows,
            double peerMedianMillis) {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new AddressBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Random random = new Random(SEED);
        AddressCity city = AddressCity.read(DISTRICTS, wanted);
        Map<String, List<Alias>> aliases = new MadeUpNames(city.names, random).aliases(city);
        HeldOut heldOut = new HeldOut(city, each, random);
        List<AddressCase> cases = new AddressCases(city, heldOut, aliases, each, random).all();
        Path books = Results.FOLDER.resolve("address-books");
        Atlas atlas = city.atlas(heldOut.kept, aliases, books);
        List<AnsweredCase> answered = new ArrayList<>();
        cases.forEach(one -> answered.add(AnsweredCase.of(atlas, one)));
        AnsweredCase.list(answered, Results.FOLDER.resolve("addresses-wrong.txt"));
        AddressTimes times = new AddressTimes(atlas, cases);
        double exact = exactRows(atlas, heldOut.kept, random);
        try (Database database =
                Database.open(Optional.empty(), Results.FOLDER.resolve("address-data"))) {
            TrigramAnswers peer = TrigramAnswers.of(database, heldOut.kept, cases, peerEach);
            Map<String, String> versions =
                    new HashMap<>(DatabaseVersions.of(database.dataSource()));
            List<Tally> tallies = new ArrayList<>();
            for (Distortion how : Distortion.values()) {
                tallies.add(tally(how, answered, times, peer));
            }
            Results.write(
                    "addresses",
                    new Result(
                            Run.here(versions),
                            heldOut.kept.size(),
                            city.districts.size(),
                            tallies,
                            percentile(times.all(), 50),
                            percentile(times.all(), 99),
                            percentile(times.cpu(), 50),
                            percentile(times.cpu(), 99),
                            cases.size() * 1e3 / Arrays.stream(times.cpu()).sum(),
                            exact,
                            percentile(peer.millis(), 50)));
        }
        return 0;
    }

    private static double exactRows(Atlas atlas, List<WrittenAddress> kept, Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < EXACT; i++) {
            texts.add(kept.get(random.nextInt(kept.size())).text());
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> rows = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long worked = threads.getCurrentThreadCpuTime();
            for (String text : texts) {
                if (atlas.find(text).match().kind() != Kind.EXACT) {
                    throw new IllegalStateException(text + " is stored and not found");
                }
            }
            rows.add(EXACT * 1e9 / (threads.getCurrentThreadCpuTime() - worked));
        }
        return Spread.of(rows).median();
    }

    private Tally tally(
            Distortion how, List<AnsweredCase> answered, AddressTimes times, TrigramAnswers peer) {
        List<AnsweredCase> own =
                answered.stream().filter(each -> each.asked().how() == how).toList();
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        own.forEach(each -> kinds.merge(each.found().match().kind(), 1, Integer::sum));
        List<AnsweredCase> grids = own.stream().filter(AnsweredCase::grid).toList();
        return new Tally(
                how,
                own.size(),
                (int) own.stream().filter(AnsweredCase::right).count(),
                kinds,
                grids.size(),
                (int) own.stream().filter(AnsweredCase::gridIsJudged).count(),
                (int) grids.stream().filter(AnsweredCase::sameGrid).count(),
                percentile(times.of(how), 50),
                percentile(times.of(how), 99),
                peer.asked().getOrDefault(how, 0),
                peer.right().getOrDefault(how, 0));
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
