package org.weiwang.circle.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.reach.RandomNetwork;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.whatif.Scenario.Added;
import org.weiwang.circle.whatif.Scenario.Closed;
import org.weiwang.circle.whatif.Scenario.Moved;
import org.weiwang.geo.LonLat;

/** A random network with homes and facilities, and scenarios for it. */
final class Scene {
    static final double FARTHEST = 200;

    /** One entrance of a facility. */
    private record Entrance(int facility, LonLat place) {}

    final SplittableRandom random;
    final int extent;
    final WalkNetwork network;
    final Streets streets;
    final int limit;
    final Homes homes;
    final List<List<Entrance>> categories = new ArrayList<>();
    final Baseline baseline;

    private Scene(long seed, int size) {
        random = new SplittableRandom(seed);
        extent = random.nextBoolean() ? 40 : 200_000;
        int nodes = 1 + random.nextInt(size);
        network = RandomNetwork.of(nodes, random.nextInt(2 * nodes), extent, random).network();
        Profile profile = new Profile(random.nextDouble(0.3, 2), random.nextBoolean());
        WalkCosts costs =
                random.nextInt(4) == 0
                        ? WalkCosts.distance(network, profile.takesSteps())
                        : WalkCosts.time(network, profile);
        streets = new Streets(costs, new EdgeIndex(network, edge -> true), FARTHEST, 0.5);
        limit = random.nextInt(extent > 40 ? 12_000 : 8);
        List<LonLat> places = places(size);
        homes = new Homes(streets.index().snap(places, FARTHEST), places::get);
        for (int category = 0; category < 3; category++) {
            List<Entrance> entrances = new ArrayList<>();
            for (LonLat place : places(random.nextInt(2 + size / 5))) {
                entrances.add(new Entrance(random.nextInt(8), place));
            }
            categories.add(entrances);
        }
        baseline = baseline(2);
    }

    static Scene random(long seed) {
        return new Scene(seed, 60);
    }

    static Scene large(long seed) {
        return new Scene(seed, 3_000);
    }

    private Baseline baseline(int threads) {
        List<Destinations> destinations = categories.stream().map(this::destinations).toList();
        try {
            return Baseline.of(streets, limit, destinations, homes, threads);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<LonLat> places(int count) {
        return RandomNetwork.points(count, extent, network, random);
    }

    private Destinations destinations(List<Entrance> entrances) {
        Snaps snaps =
                streets.index().snap(entrances.stream().map(Entrance::place).toList(), FARTHEST);
        return new Destinations(
                streets.costs(), snaps, entrances.stream().mapToInt(Entrance::facility).toArray());
    }

    /** The numbers of a category's facilities. */
    List<Integer> facilities(int category) {
        return categories.get(category).stream().map(Entrance::facility).distinct().toList();
    }

    /** Some of everything; now and then nothing. */
    Scenario scenario() {
        List<Added> added = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        List<Closed> closed = new ArrayList<>();
        int often = 2 + random.nextInt(6);
        for (int category = 0; category < categories.size(); category++) {
            for (int facility : facilities(category)) {
                int what = random.nextInt(often);
                if (what == 0) {
                    closed.add(new Closed(category, facility));
                } else if (what == 1) {
                    moved.add(new Moved(category, facility, places(1 + random.nextInt(2))));
                }
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            added.add(new Added(random.nextInt(categories.size()), places(1 + random.nextInt(3))));
        }
        return new Scenario(added, moved, closed, List.of());
    }

    /** The whole search over again, with the facilities as the scenario leaves them. */
    NearestSearch again(Scenario scenario, int category) {
        List<Entrance> entrances = new ArrayList<>(categories.get(category));
        for (Closed closed : scenario.closed()) {
            entrances.removeIf(e -> closed.equals(new Closed(category, e.facility)));
        }
        for (Moved moved : scenario.moved()) {
            if (moved.category() == category) {
                entrances.removeIf(entrance -> entrance.facility == moved.facility());
                moved.entrances().forEach(e -> entrances.add(new Entrance(moved.facility(), e)));
            }
        }
        int next = baseline.firstAdded();
        for (Added added : scenario.added()) {
            int facility = next++;
            if (added.category() == category) {
                added.entrances().forEach(e -> entrances.add(new Entrance(facility, e)));
            }
        }
        NearestSearch search = new NearestSearch(streets.costs(), limit);
        search.run(destinations(entrances));
        return search;
    }

    /** The labels of a category's homes by the baseline, with what the outcome changes. */
    long[] homesAfter(Outcome outcome, int category) {
        long[] labels =
                IntStream.range(0, homes.snaps().size())
                        .mapToLong(home -> baseline.home(category, home))
                        .toArray();
        Changes changes = outcome.changes().get(category);
        for (int i = 0; i < changes.size(); i++) {
            if (labels[changes.home(i)] != changes.before(i)
                    || changes.before(i) == changes.after(i)) {
                throw new AssertionError("home " + changes.home(i) + " was not so before");
            }
            labels[changes.home(i)] = changes.after(i);
        }
        return labels;
    }
}
