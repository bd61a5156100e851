package org.weiwang.circle.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.NetworkAssembly;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.geo.LonLat;

class NearestSearchTest {
    private static final double FARTHEST = 200;
    private static final Profile ADULT = new Profile(1.2, true);

    /** Facilities, addresses and what is asked of them. */
    private record Scene(
            WalkCosts costs, Snaps entrances, int[] facilities, Snaps addresses, int limit) {
        static Scene random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int extent = random.nextBoolean() ? 40 : 200_000;
            int nodes = 1 + random.nextInt(60);
            WalkNetwork network =
                    RandomNetwork.of(nodes, random.nextInt(2 * nodes), extent, random).network();
            Profile profile = new Profile(random.nextDouble(0.3, 2), random.nextBoolean());
            WalkCosts costs =
                    random.nextInt(4) == 0
                            ? WalkCosts.distance(network, profile.takesSteps())
                            : WalkCosts.time(network, profile);
            EdgeIndex index = new EdgeIndex(network, edge -> true);
            // With many it takes several batches.
            int entrances = random.nextInt(random.nextInt(4) == 0 ? 200 : 20);
            return new Scene(
                    costs,
                    index.snap(RandomNetwork.points(entrances, extent, network, random), FARTHEST),
                    random.ints(entrances, 0, 8).toArray(),
                    index.snap(RandomNetwork.points(60, extent, network, random), FARTHEST),
                    random.nextInt(extent > 40 ? 12_000 : 8));
        }

        NearestSearch search() {
            NearestSearch search = new NearestSearch(costs, limit);
            search.run(destinations());
            return search;
        }

        Destinations destinations() {
            return new Destinations(costs, entrances, facilities);
        }
    }

    /** The lesser of two, by cost and then by number; beyond the limit nothing. */
    private static long better(long best, long cost, int facility, int limit) {
        return cost <= limit ? Math.min(best, Label.of((int) cost, facility)) : best;
    }

    @Property(tries = 1500)
    void findsWhatADijkstraFromEachFacilityFinds(@ForAll long seed) {
        Scene scene = Scene.random(seed);
        NearestSearch search = scene.search();
        WalkNetwork network = scene.costs.network();
        List<PlainDijkstra> peers = new ArrayList<>();
        for (int i = 0; i < scene.entrances.size(); i++) {
            peers.add(new PlainDijkstra(scene.costs, scene.entrances, i));
        }
        int reached = 0;
        for (int node = 0; node < network.nodeCount(); node++) {
            long best = Label.NONE;
            for (int i = 0; i < peers.size(); i++) {
                best = better(best, peers.get(i).cost(node), scene.facilities[i], scene.limit);
            }
            assertThat(search.node(node)).isEqualTo(best);
            reached += best == Label.NONE ? 0 : 1;
        }
        assertThat(search.reachedCount()).isEqualTo(reached);
        for (int address = 0; address < scene.addresses.size(); address++) {
            long best = Label.NONE;
            for (int i = 0; i < peers.size(); i++) {
                long cost = cost(peers.get(i), scene, i, address);
                best = better(best, cost, scene.facilities[i], scene.limit);
            }
            assertThat(search.address(scene.addresses, address)).isEqualTo(best);
        }
    }

    /** From one entrance to one address, by the rule's words. */
    private static long cost(PlainDijkstra from, Scene scene, int entrance, int address) {
        WalkCosts costs = scene.costs;
        Snaps addresses = scene.addresses;
        int edge = addresses.edge(address);
        if (edge == Snaps.NONE || !costs.isWalkable(edge)) {
            return PlainDijkstra.NEVER;
        }
        WalkNetwork network = costs.network();
        long off = addresses.off(address);
        long along = addresses.along(address);
        long rest = network.length(edge) - along;
        long cost =
                Math.min(
                        from.cost(network.from(edge)) + costs.ofLength(off + along),
                        from.cost(network.to(edge)) + costs.ofLength(off + rest));
        if (scene.entrances.edge(entrance) == edge) {
            long between = Math.abs(along - scene.entrances.along(entrance));
            long straight = off + between + scene.entrances.off(entrance);
            cost = Math.min(cost, costs.ofLength(straight));
        }
        return cost;
    }

    @Property(tries = 200)
    void aSearchForgetsTheLastRun(@ForAll long seed) {
        Scene scene = Scene.random(seed);
        NearestSearch used = scene.search();
        Snaps one =
                new EdgeIndex(scene.costs.network(), e -> true)
                        .snap(List.of(new LonLat(104.0001, 30.6001)), FARTHEST);
        Destinations other = new Destinations(scene.costs, one, new int[] {3});
        used.run(other);
        NearestSearch fresh = new NearestSearch(scene.costs, scene.limit);
        fresh.run(other);
        for (int node = 0; node < scene.costs.network().nodeCount(); node++) {
            assertThat(used.node(node)).isEqualTo(fresh.node(node));
        }
    }

    @Property(tries = 100)
    void severalThreadsFindTheSame(@ForAll long seed) throws InterruptedException {
        Scene scene = Scene.random(seed);
        int nodes = scene.costs.network().nodeCount();
        List<Destinations> categories = new ArrayList<>();
        List<long[]> alone = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int least = i;
            int[] some =
                    IntStream.range(0, scene.entrances.size())
                            .filter(e -> e % 10 >= least)
                            .toArray();
            Destinations category =
                    new Destinations(
                            scene.costs,
                            scene.entrances.select(some),
                            IntStream.of(some).map(entrance -> entrance % 7).toArray());
            categories.add(category);
            NearestSearch search = new NearestSearch(scene.costs, scene.limit);
            search.run(category);
            alone.add(IntStream.range(0, nodes).mapToLong(search::node).toArray());
        }
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        NearestRuns.each(
                scene.costs,
                scene.limit,
                categories,
                2,
                (category, search) -> {
                    assertThat(IntStream.range(0, nodes).mapToLong(search::node))
                            .containsExactly(
                                    Arrays.stream(alone.get(category))
                                            .boxed()
                                            .toArray(Long[]::new));
                    seen.add(category);
                });
        assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    /** 120 m of one street cost 100 s. */
    private static WalkNetwork street() {
        NetworkAssembly assembly = new NetworkAssembly();
        int lon = 1_040_000_000;
        assembly.add(1, 2, new int[] {lon, 306_000_000, lon + 12_511, 306_000_000}, false);
        assembly.add(2, 3, new int[] {lon + 12_511, 306_000_000, lon + 25_022, 306_000_000}, false);
        return assembly.build(2, 0, 0).network();
    }

    @Example
    void whatCostsTheLimitIsReached() {
        WalkCosts costs = WalkCosts.time(street(), ADULT);
        assertThat(costs.of(0)).isEqualTo(1000);
        EdgeIndex index = new EdgeIndex(costs.network(), edge -> true);
        Snaps start = index.snap(List.of(new LonLat(104, 30.6)), FARTHEST);
        Snaps end = index.snap(List.of(new LonLat(104.0025022, 30.6)), FARTHEST);
        Destinations place = new Destinations(costs, start, new int[1]);
        NearestSearch exact = new NearestSearch(costs, 2000);
        exact.run(place);
        assertThat(exact.address(end, 0)).isEqualTo(Label.of(2000, 0));
        NearestSearch less = new NearestSearch(costs, 1999);
        less.run(place);
        assertThat(less.address(end, 0)).isEqualTo(Label.NONE);
    }

    @Example
    void ofSeveralEntrancesTheNearestCounts() {
        WalkCosts costs = WalkCosts.distance(street(), true);
        EdgeIndex index = new EdgeIndex(costs.network(), edge -> true);
        Snaps entrances =
                index.snap(List.of(new LonLat(104, 30.6), new LonLat(104.0025, 30.6)), FARTHEST);
        NearestSearch search = new NearestSearch(costs, 5000);
        search.run(new Destinations(costs, entrances, new int[] {7, 7}));
        Snaps address = index.snap(List.of(new LonLat(104.002, 30.6)), FARTHEST);
        // 0.0005° are 47.96 m.
        assertThat(search.address(address, 0)).isEqualTo(Label.of(480, 7));
    }

    @Example
    void refusesLimitsAndNumbersThatAreNone() {
        WalkCosts costs = WalkCosts.time(street(), ADULT);
        assertThatThrownBy(() -> new NearestSearch(costs, -1))
                .hasMessage("the limit must be from 0 to 180000, not -1");
        assertThatThrownBy(() -> new NearestSearch(costs, 1_000_000_000))
                .hasMessageContaining("1000000000");
        assertThatThrownBy(() -> new Profile(Double.NaN, true)).hasMessageContaining("NaN");
        Snaps none = new EdgeIndex(costs.network(), edge -> true).snap(List.of(), FARTHEST);
        assertThatThrownBy(() -> new Destinations(costs, none, new int[1]))
                .hasMessage("0 entrances, but the facilities of 1");
        NearestSearch search = new NearestSearch(WalkCosts.distance(costs.network(), true), 10);
        Destinations others = new Destinations(costs, none, new int[0]);
        assertThatThrownBy(() -> search.run(others))
                .hasMessage("the facilities are on other costs");
    }
}
