package org.weiwang.circle.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.circle.siting.Deadline.never;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.geo.LonLat;

class NetworkSitingTest {
    private static final OptionalInt ANY = OptionalInt.empty();
    private static final double FARTHEST = 40;

    /** A question about streets; some of its candidates and homes are off them. */
    private record Place(
            WalkCosts costs,
            int limit,
            Snaps homes,
            int[] households,
            Snaps existing,
            Snaps candidates,
            int sites,
            OptionalInt capacity) {
        static Place random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            WalkNetwork network = Streets.random(random);
            WalkCosts costs =
                    random.nextBoolean()
                            ? WalkCosts.time(network, new Profile(1.2, random.nextBoolean()))
                            : WalkCosts.distance(network, random.nextBoolean());
            EdgeIndex index = new EdgeIndex(network, edge -> true);
            int homes = random.nextInt(60);
            int candidates = 1 + random.nextInt(9);
            return new Place(
                    costs,
                    random.nextInt(4_000),
                    index.snap(Streets.points(homes, random), FARTHEST),
                    random.ints(homes, 0, 9).toArray(),
                    index.snap(Streets.points(random.nextInt(3), random), FARTHEST),
                    index.snap(Streets.points(candidates, random), FARTHEST),
                    1 + random.nextInt(Math.min(candidates, 4)),
                    random.nextBoolean() ? ANY : OptionalInt.of(1 + random.nextInt(40)));
        }

        /** Whether there is anywhere to build. */
        boolean isOpen() {
            return IntStream.range(0, candidates.size())
                    .map(candidates::edge)
                    .anyMatch(edge -> edge != Snaps.NONE && costs.isWalkable(edge));
        }

        Proposal propose(long mostPairs, int threads) throws InterruptedException {
            return propose(mostPairs, threads, never());
        }

        Proposal propose(long mostPairs, int threads, Deadline deadline)
                throws InterruptedException {
            Destinations facilities = new Destinations(costs, existing, new int[existing.size()]);
            return new NetworkSiting(costs, limit, homes, households, facilities, mostPairs)
                    .propose(candidates, sites, capacity, threads, deadline);
        }

        /** The homes from which any of the facilities is reached. */
        int[] reaching(Snaps facilities) {
            NearestSearch search = new NearestSearch(costs, limit);
            search.run(new Destinations(costs, facilities, new int[facilities.size()]));
            return IntStream.range(0, homes.size())
                    .filter(home -> search.address(homes, home) != Label.NONE)
                    .toArray();
        }

        /** The same question with all of its candidates, without a network. */
        Scene scene() {
            int[] needy = households.clone();
            Arrays.stream(reaching(existing)).forEach(home -> needy[home] = 0);
            int[][] homesOf =
                    IntStream.range(0, candidates.size())
                            .mapToObj(
                                    candidate -> reaching(candidates.select(new int[] {candidate})))
                            .toArray(int[][]::new);
            return new Scene(homesOf, needy, sites, capacity);
        }
    }

    private static int set(Choice choice) {
        return choice.sites().stream()
                .mapToInt(site -> 1 << site.candidate())
                .reduce(0, (a, b) -> a | b);
    }

    @Property(tries = 500)
    void proposesTheBestThatTheNetworkAllows(@ForAll long seed) throws InterruptedException {
        Place place = Place.random(seed);
        if (!place.isOpen()) {
            return;
        }
        Scene scene = place.scene();
        Proposal proposal = place.propose(1_000_000, 1);
        long best = scene.best();
        assertThat(proposal.oneIn()).isEqualTo(1);
        assertThat(proposal.choice().gain()).isEqualTo(scene.served(set(proposal.choice())));
        assertThat((double) proposal.choice().gain()).isBetween(0.99 * best, (double) best);
        assertThat(proposal.choice().bound()).isGreaterThanOrEqualTo(best);
        long served =
                Arrays.stream(place.households).sum() - Arrays.stream(scene.households()).sum();
        assertThat(proposal.servedBefore()).isEqualTo(served);
        assertThat(proposal.servedAfter()).isEqualTo(served + proposal.choice().gain());
        assertThat(proposal.servedAtMost()).isEqualTo(served + proposal.choice().bound());
        assertThat(proposal.households()).isEqualTo(Arrays.stream(place.households).sum());
        assertThat(place.propose(1_000_000, 3)).isEqualTo(proposal);
    }

    @Property(tries = 500)
    void theBoundIsOfAllCandidatesWhereSomeAreConsidered(@ForAll long seed)
            throws InterruptedException {
        Place place = Place.random(seed);
        if (!place.isOpen()) {
            return;
        }
        Scene scene = place.scene();
        Proposal proposal = place.propose(1, 2);
        assertThat(proposal.choice().gain()).isEqualTo(scene.served(set(proposal.choice())));
        assertThat(proposal.choice().bound()).isGreaterThanOrEqualTo(scene.best());
        assertThat(proposal.choice().complete()).isTrue();
    }

    /** Cut off anywhere, from before the first search on. */
    @Property(tries = 1000)
    void theBoundIsOfAllCandidatesWhereTheDeadlineComesFirst(
            @ForAll long seed, @ForAll @IntRange(max = 3_000) int micros)
            throws InterruptedException {
        Place place = Place.random(seed);
        if (!place.isOpen()) {
            return;
        }
        Scene scene = place.scene();
        long mostPairs = seed % 2 == 0 ? 1 : 1_000_000;
        Deadline deadline = Deadline.in(Duration.ofNanos(1_000L * micros));
        Choice choice = place.propose(mostPairs, 2, deadline).choice();
        assertThat(choice.gain())
                .isEqualTo(choice.sites().stream().mapToLong(Choice.Site::gain).sum())
                .isLessThanOrEqualTo(scene.served(set(choice)));
        assertThat(choice.bound()).isGreaterThanOrEqualTo(scene.best());
        if (choice.complete()) {
            assertThat(choice).isEqualTo(place.propose(mostPairs, 1).choice());
        }
    }

    private static Snaps onStreet(WalkCosts costs, double... lons) {
        List<LonLat> points =
                Arrays.stream(lons).mapToObj(lon -> new LonLat(lon, 30.60005)).toList();
        return new EdgeIndex(costs.network(), edge -> true).snap(points, FARTHEST);
    }

    private static NetworkSiting siting(WalkCosts costs, int limit, Snaps homes, long mostPairs) {
        int[] households = new int[homes.size()];
        Arrays.fill(households, 1);
        Destinations none = new Destinations(costs, onStreet(costs), new int[0]);
        return new NetworkSiting(costs, limit, homes, households, none, mostPairs);
    }

    /** 0.001° are 95.92 m, and all places lie 5.54 m off the street. */
    @Example
    void walksStraightAlongAStreet() throws InterruptedException {
        WalkCosts costs = WalkCosts.distance(Streets.one(), true);
        Snaps homes = onStreet(costs, 104.001, 104.002, 104.003);
        Snaps middle = onStreet(costs, 104.002);
        assertThat(siting(costs, 1070, homes, 100).propose(middle, 1, ANY, 1, never()).choice())
                .isEqualTo(new Choice(List.of(new Choice.Site(0, 3)), 3, 3, true));
        assertThat(siting(costs, 1069, homes, 100).propose(middle, 1, ANY, 1, never()).choice())
                .isEqualTo(new Choice(List.of(new Choice.Site(0, 1)), 1, 1, true));
    }

    /** Of nine candidates the second, fifth and eighth are looked at first, and serve nobody. */
    @Example
    void looksAgainWhereMostIsPromised() throws InterruptedException {
        WalkCosts costs = WalkCosts.distance(Streets.one(), true);
        double[] lons = IntStream.range(0, 9).mapToDouble(i -> 104.0005 + 0.0004 * i).toArray();
        Snaps homes = onStreet(costs, 104.0005, 104.0005, 104.0005);
        Proposal proposal =
                siting(costs, 200, homes, 1).propose(onStreet(costs, lons), 1, ANY, 1, never());
        assertThat(proposal.oneIn()).isEqualTo(3);
        assertThat(proposal.choice())
                .isEqualTo(new Choice(List.of(new Choice.Site(0, 3)), 3, 3, true));
    }

    /** More candidates than the sample has, the deadline over from the beginning. */
    @Example
    void considersASampleAtLeast() throws InterruptedException {
        WalkCosts costs = WalkCosts.distance(Streets.one(), true);
        double[] lons = IntStream.range(0, 1_000).mapToDouble(i -> 104 + 4e-6 * i).toArray();
        Snaps homes = onStreet(costs, 104.001, 104.001, 104.003);
        Choice choice =
                siting(costs, 300, homes, 1_000_000)
                        .propose(onStreet(costs, lons), 2, ANY, 2, Deadline.in(Duration.ZERO))
                        .choice();
        assertThat(choice.complete()).isFalse();
        assertThat(choice.sites()).extracting(Choice.Site::gain).containsExactly(2L, 1L);
        assertThat(choice.bound()).isEqualTo(3);
    }

    @Example
    void anInterruptionEndsIt() {
        WalkCosts costs = WalkCosts.distance(Streets.one(), true);
        Snaps homes = onStreet(costs, 104.001, 104.002);
        NetworkSiting siting = siting(costs, 1000, homes, 100);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> siting.propose(homes, 1, ANY, 1, never()))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Example
    void refusesWhatCannotBeSited() {
        WalkCosts costs = WalkCosts.distance(Streets.one(), true);
        Snaps homes = onStreet(costs, 104.001, 104.002);
        NetworkSiting siting = siting(costs, 1000, homes, 100);
        assertThatThrownBy(() -> siting.propose(onStreet(costs, 105, 106), 1, ANY, 1, never()))
                .isInstanceOf(SitingException.class)
                .hasMessage("None of the candidates (2) is on the walking network");
        assertThatThrownBy(() -> siting.propose(onStreet(costs), 1, ANY, 1, never()))
                .isInstanceOf(SitingException.class)
                .hasMessage("There are no candidates to choose from");
        assertThatThrownBy(() -> siting.propose(homes, 3, ANY, 1, never()))
                .isInstanceOf(SitingException.class)
                .hasMessage("Of 2 candidates from 1 to 2 sites can be chosen, not 3");
        assertThatThrownBy(() -> siting(costs, -1, homes, 100))
                .hasMessageContaining("the limit must be from 0");
        Destinations none = new Destinations(costs, onStreet(costs), new int[0]);
        assertThatThrownBy(() -> new NetworkSiting(costs, 1000, homes, new int[1], none))
                .hasMessage("2 homes, but the households of 1");
    }
}
