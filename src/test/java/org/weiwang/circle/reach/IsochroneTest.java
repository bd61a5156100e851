package org.weiwang.circle.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.geo.LonLat;

class IsochroneTest {
    private static final int EXTENT = 60_000;
    private static final int LIMIT = 3_000;

    /**
     * Places all over the network are in a part if and only if a walk there is within the limit.
     */
    @Property(tries = 500)
    void partsAreWhatAnAddressThereCouldReach(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int nodes = 2 + random.nextInt(40);
        WalkNetwork network =
                RandomNetwork.of(nodes, 1 + random.nextInt(2 * nodes), EXTENT, random).network();
        WalkCosts costs =
                WalkCosts.time(
                        network, new Profile(random.nextDouble(0.3, 2), random.nextBoolean()));
        EdgeIndex index = new EdgeIndex(network, edge -> true);
        Snaps start = index.snap(RandomNetwork.points(1, EXTENT, network, random), 2000);
        NearestSearch search = new NearestSearch(costs, LIMIT);
        Isochrone isochrone = new Isochrone(search, start);
        PlainDijkstra walk = new PlainDijkstra(costs, start, 0);
        for (int limit : new int[] {0, LIMIT / 3, LIMIT}) {
            List<ReachedPart> parts = isochrone.within(limit);
            for (int edge = 0; edge < network.edgeCount(); edge++) {
                int length = network.length(edge);
                for (int along : places(parts, edge, length, random)) {
                    assertThat(contains(parts, edge, along))
                            .as("limit %d, edge %d at %d", limit, edge, along)
                            .isEqualTo(cost(walk, costs, start, edge, along) <= limit);
                }
            }
            assertPartsAreApart(parts, network);
        }
    }

    /** Some anywhere on the edge, and those at the borders of its parts and beside these. */
    private static int[] places(
            List<ReachedPart> parts, int edge, int length, SplittableRandom random) {
        IntStream borders =
                parts.stream()
                        .filter(part -> part.edge() == edge)
                        .flatMapToInt(
                                part ->
                                        IntStream.of(
                                                part.from() - 1,
                                                part.from(),
                                                part.to(),
                                                part.to() + 1));
        return IntStream.concat(random.ints(20, 0, length + 1), borders)
                .filter(along -> along >= 0 && along <= length)
                .toArray();
    }

    private static long cost(
            PlainDijkstra walk, WalkCosts costs, Snaps start, int edge, long along) {
        if (start.edge(0) == Snaps.NONE || !costs.isWalkable(edge)) {
            return PlainDijkstra.NEVER;
        }
        WalkNetwork network = costs.network();
        long rest = network.length(edge) - along;
        long cost =
                Math.min(
                        walk.cost(network.from(edge)) + costs.ofLength(along),
                        walk.cost(network.to(edge)) + costs.ofLength(rest));
        if (start.edge(0) == edge) {
            long straight = Math.abs(start.along(0) - along) + start.off(0);
            cost = Math.min(cost, costs.ofLength(straight));
        }
        return cost;
    }

    private static boolean contains(List<ReachedPart> parts, int edge, int along) {
        return parts.stream()
                .anyMatch(p -> p.edge() == edge && p.from() <= along && along <= p.to());
    }

    private static void assertPartsAreApart(List<ReachedPart> parts, WalkNetwork network) {
        for (int i = 0; i < parts.size(); i++) {
            ReachedPart part = parts.get(i);
            assertThat(part.from()).isBetween(0, part.to());
            assertThat(part.to()).isLessThanOrEqualTo(network.length(part.edge()));
            if (i > 0 && parts.get(i - 1).edge() == part.edge()) {
                assertThat(part.from()).isGreaterThan(parts.get(i - 1).to());
            } else if (i > 0) {
                assertThat(part.edge()).isGreaterThan(parts.get(i - 1).edge());
            }
        }
    }

    @Example
    void refusesALimitAboveTheSearchs() {
        SplittableRandom random = new SplittableRandom(1);
        WalkNetwork network = RandomNetwork.of(5, 20, EXTENT, random).network();
        WalkCosts costs = WalkCosts.distance(network, true);
        Snaps start =
                new EdgeIndex(network, edge -> true).snap(List.of(new LonLat(104, 30.6)), 2000);
        Isochrone isochrone = new Isochrone(new NearestSearch(costs, LIMIT), start);
        assertThatThrownBy(() -> isochrone.within(LIMIT + 1))
                .hasMessage("the limit must be from 0 to 3000, not 3001");
    }
}
