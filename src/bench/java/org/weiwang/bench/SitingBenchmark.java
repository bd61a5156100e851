package org.weiwang.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.weiwang.circle.siting.Choice;
import org.weiwang.circle.siting.Proposal;

/** Where to build, beside the exact optimum by CBC, and among all addresses of a county. */
final class SitingBenchmark {
    /** What CBC takes at most for a question. */
    private static final int SECONDS = 900;

    private static final int THREADS = 2;

    /**
     * A question that both answered.
     *
     * @param capacity of a site, 0 where there is none
     * @param optimum by CBC
     */
    record Compared(
            String name,
            int candidates,
            long pairs,
            int sites,
            int capacity,
            long gain,
            long bound,
            long optimum,
            double seconds,
            double cbcSeconds) {}

    /**
     * A question about all addresses.
     *
     * @param capacity of a site, 0 where there is none
     * @param oneIn of so many candidates one was considered
     */
    record All(
            String category,
            int sites,
            int capacity,
            int oneIn,
            long gain,
            long bound,
            double seconds) {}

    record Result(Run run, List<Compared> compared, int addresses, List<All> all) {}

    private SitingBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<SitingInstance> instances = squares();
        SitingCounty county = new SitingCounty("简阳", "510185");
        for (String category : List.of("小学", "养老")) {
            for (int sites : new int[] {1, 5, 20}) {
                instances.add(county.instance(category, 400, sites, OptionalInt.empty()));
            }
            instances.add(county.instance(category, 120, 5, OptionalInt.of(200)));
        }
        List<Compared> compared = new ArrayList<>();
        for (SitingInstance instance : instances) {
            compared.add(compare(instance));
        }
        List<All> all = new ArrayList<>();
        for (String category : List.of("小学", "a new category")) {
            for (int sites : new int[] {1, 5, 20}) {
                all.add(all(county, category, sites, OptionalInt.empty()));
            }
            all.add(all(county, category, 20, OptionalInt.of(1_000)));
        }
        Run run = Run.here(Map.of("CBC", Cbc.version()));
        Results.write("siting", new Result(run, compared, county.addresses(), all));
    }

    /** Of some 20 households to a home. */
    private static List<SitingInstance> squares() {
        List<SitingInstance> squares = new ArrayList<>();
        for (int sites : new int[] {1, 2, 5, 10, 20}) {
            for (long seed = 1; seed <= 2; seed++) {
                squares.add(
                        SitingInstance.inSquare(
                                400, 1_200, 0.08, sites, OptionalInt.empty(), seed));
            }
        }
        for (int sites : new int[] {5, 10}) {
            OptionalInt capacity = OptionalInt.of(2_400 / sites);
            squares.add(SitingInstance.inSquare(60, 150, 0.15, sites, capacity, sites));
            for (long seed = 0; seed <= 1; seed++) {
                squares.add(
                        SitingInstance.inSquare(100, 300, 0.12, sites, OptionalInt.of(360), seed));
            }
        }
        return squares;
    }

    private static Compared compare(SitingInstance instance)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Choice choice = instance.solve();
        double seconds = (System.nanoTime() - start) / 1e9;
        Cbc.Optimum optimum = Cbc.solve(instance, SECONDS);
        return new Compared(
                instance.name(),
                instance.homesOf().length,
                instance.pairs(),
                instance.sites(),
                instance.capacity().orElse(0),
                choice.gain(),
                choice.bound(),
                optimum.households(),
                seconds,
                optimum.seconds());
    }

    private static All all(SitingCounty county, String category, int sites, OptionalInt capacity)
            throws InterruptedException {
        long start = System.nanoTime();
        Proposal proposal = county.propose(category, sites, capacity, THREADS);
        return new All(
                category,
                sites,
                capacity.orElse(0),
                proposal.oneIn(),
                proposal.choice().gain(),
                proposal.choice().bound(),
                (System.nanoTime() - start) / 1e9);
    }
}
