package org.weiwang.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.network.Way;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.whatif.Baseline;
import org.weiwang.circle.whatif.Changes;
import org.weiwang.circle.whatif.Outcome;
import org.weiwang.circle.whatif.Scenario;
import org.weiwang.circle.whatif.Scenario.Added;
import org.weiwang.circle.whatif.Scenario.Closed;
import org.weiwang.circle.whatif.Scenario.Moved;
import org.weiwang.circle.whatif.Streets;
import org.weiwang.circle.whatif.WhatIf;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What changes one facility at a time for a county, beside searching it anew. */
@Command(name = "whatif")
final class WhatIfBenchmark implements Callable<Integer> {
    private static final int WARM_UP = 300;

    /** One scenario in so many is searched anew too. */
    private static final int ANEW = 15;

    /** The added ways' greatest length, some 500 m each way. */
    private static final double REACH = 0.005;

    @Option(names = "--scenarios", defaultValue = "1000", description = "of each kind")
    private int scenarios;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    /**
     * What was measured, times in milliseconds.
     *
     * @param baselineBytes labels and the order of homes
     * @param times of each kind of scenario, ascending
     * @param processor likewise, what the thread had of the processor
     * @param changed homes whose label changes, of each kind of scenario, ascending
     * @param anew searching a scenario's category anew and labelling all homes
     * @param rebuilt making the network anew with a way, and searching all categories
     * @param compared homes of scenarios that were searched anew
     * @param different those of them with another cost or facility
     */
    record Result(
            Run run,
            int homes,
            int nodes,
            int edges,
            int categories,
            int facilities,
            long baselineBytes,
            Map<String, List<Double>> times,
            Map<String, List<Double>> processor,
            Map<String, List<Double>> changed,
            List<Double> anew,
            List<Double> rebuilt,
            long compared,
            long different) {}

    private final SplittableRandom random = new SplittableRandom(15);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, List<Double>> times = new TreeMap<>();
    private final Map<String, List<Double>> processor = new TreeMap<>();
    private final Map<String, List<Double>> changed = new TreeMap<>();
    private final List<Double> anew = new ArrayList<>();
    private WhatIfCounty county;
    private Streets streets;
    private Snaps snaps;
    private Baseline baseline;
    private NearestSearch search;
    private long compared;
    private long different;

    public static void main(String[] args) {
        System.exit(new CommandLine(new WhatIfBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        county = WhatIfCounty.generate();
        streets = county.streets(List.of());
        snaps = streets.index().snap(county.homes(), streets.farthest());
        baseline = county.baseline(streets);
        search = new NearestSearch(streets.costs(), WhatIfCounty.LIMIT);
        for (int i = 0; i < WARM_UP + scenarios; i++) {
            if (i == WARM_UP) {
                times.clear();
                processor.clear();
                changed.clear();
                anew.clear();
            }
            int category = random.nextInt(county.facilities().size());
            boolean isAnew = i % ANEW == 0;
            measureAdded(category, isAnew);
            measureClosed(category, isAnew);
            measureMoved(category, isAnew);
            measure("way", new Scenario(List.of(), List.of(), List.of(), List.of(way())));
        }
        List<Double> rebuilt = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            county.baseline(county.streets(List.of(way())));
            rebuilt.add(millis(start));
        }
        times.values().forEach(all -> all.sort(null));
        processor.values().forEach(all -> all.sort(null));
        changed.values().forEach(all -> all.sort(null));
        WalkNetwork network = streets.costs().network();
        Results.write(
                "whatif",
                new Result(
                        Run.here(Map.of()),
                        county.homes().size(),
                        network.nodeCount(),
                        network.edgeCount(),
                        county.facilities().size(),
                        county.facilityCount(),
                        baseline.bytes(),
                        times,
                        processor,
                        changed,
                        anew,
                        rebuilt,
                        compared,
                        different));
        return 0;
    }

    private LonLat home() {
        return county.homes().get(random.nextInt(county.homes().size()));
    }

    /** From one home straight to another not far away. */
    private Way way() {
        LonLat from = home();
        LonLat to = home();
        while (to.equals(from)
                || Math.abs(to.lon() - from.lon()) > REACH
                || Math.abs(to.lat() - from.lat()) > REACH) {
            to = home();
        }
        Coordinate[] ends = {
            new Coordinate(from.lon(), from.lat()), new Coordinate(to.lon(), to.lat())
        };
        return new Way(Wgs84.FACTORY.createLineString(ends), 0);
    }

    private void measureAdded(int category, boolean isAnew) {
        LonLat place = home();
        Added added = new Added(category, List.of(place));
        Outcome outcome = measure("added", only(List.of(added), List.of(), List.of()));
        if (isAnew) {
            List<LonLat> places = places(category);
            int[] numbers = IntStream.range(0, places.size() + 1).toArray();
            numbers[places.size()] = baseline.firstAdded();
            places.add(place);
            compare(category, places, numbers, outcome.changes().get(category));
        }
    }

    private void measureClosed(int category, boolean isAnew) {
        List<LonLat> places = places(category);
        int facility = random.nextInt(places.size());
        Closed closed = new Closed(category, facility);
        Outcome outcome = measure("closed", only(List.of(), List.of(), List.of(closed)));
        if (isAnew) {
            int[] numbers =
                    IntStream.range(0, places.size())
                            .filter(number -> number != facility)
                            .toArray();
            places.remove(facility);
            compare(category, places, numbers, outcome.changes().get(category));
        }
    }

    private void measureMoved(int category, boolean isAnew) {
        List<LonLat> places = places(category);
        int facility = random.nextInt(places.size());
        LonLat place = home();
        Moved moved = new Moved(category, facility, List.of(place));
        Outcome outcome = measure("moved", only(List.of(), List.of(moved), List.of()));
        if (isAnew) {
            int[] numbers = IntStream.range(0, places.size()).toArray();
            places.set(facility, place);
            compare(category, places, numbers, outcome.changes().get(category));
        }
    }

    private List<LonLat> places(int category) {
        return new ArrayList<>(county.facilities().get(category));
    }

    private static Scenario only(List<Added> added, List<Moved> moved, List<Closed> closed) {
        return new Scenario(added, moved, closed, List.of());
    }

    private Outcome measure(String kind, Scenario scenario) {
        long busy = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Outcome outcome = WhatIf.of(baseline, scenario);
        add(times, kind, millis(start));
        add(processor, kind, (threads.getCurrentThreadCpuTime() - busy) / 1e6);
        add(changed, kind, outcome.changes().stream().mapToInt(Changes::size).sum());
        return outcome;
    }

    private static void add(Map<String, List<Double>> into, String kind, double value) {
        into.computeIfAbsent(kind, k -> new ArrayList<>()).add(value);
    }

    private void compare(int category, List<LonLat> places, int[] numbers, Changes changes) {
        long start = System.nanoTime();
        search.run(WhatIfCounty.destinations(streets, places, numbers));
        long[] labels = new long[county.homes().size()];
        for (int home = 0; home < labels.length; home++) {
            labels[home] = search.address(snaps, home);
        }
        anew.add(millis(start));
        for (int i = 0; i < changes.size(); i++) {
            different += labels[changes.home(i)] == changes.after(i) ? 0 : 1;
            labels[changes.home(i)] = changes.before(i);
        }
        for (int home = 0; home < labels.length; home++) {
            different += labels[home] == baseline.home(category, home) ? 0 : 1;
        }
        compared += labels.length;
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
