package org.weiwang.circle.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weiwang.circle.network.NetworkAssembly;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.geo.LonLat;

/** A street of two edges along 30.6°N, 0.001° (95.9 m) each, the second one a flight of steps. */
class CityTest {
    private static final UUID HISTORY = new UUID(0, 1);

    private static final DataVersions VERSIONS =
            new DataVersions(
                    HISTORY, List.of("b-1", "a-2"), Map.of(), Map.of(), Map.of(), Map.of());

    private final List<Site> sites =
            List.of(
                    new Site("a-1", "学校", "小学", List.of(at(104.0002))),
                    new Site("a-2", "公园", "公园", List.of(at(104.0012), at(104.0018))));

    private final Places.Builder homes = new Places.Builder();

    private static LonLat at(double lon) {
        return new LonLat(lon, 30.6);
    }

    private static List<Division> divisions() {
        List<Division> divisions = new ArrayList<>();
        for (Division.Level level : Division.Level.values()) {
            divisions.add(new Division(level, List.of("x", "y")));
        }
        return divisions;
    }

    private City city(boolean hasSteps, List<Division> divisions, double farthest) {
        NetworkAssembly roads = new NetworkAssembly();
        int lon = 1_040_000_000;
        int lat = 306_000_000;
        roads.add(1, 2, new int[] {lon, lat, lon + 10_000, lat}, false);
        roads.add(2, 3, new int[] {lon + 10_000, lat, lon + 20_000, lat}, hasSteps);
        return new City(
                VERSIONS,
                roads.build(2, 0, 0),
                sites,
                homes.build(),
                new Places.Builder().build(),
                divisions,
                farthest);
    }

    @Test
    void keepsPlacesAsTheyWereAdded() {
        homes.add(at(104.0001), 30, 0, 1, 0, 1, 0);
        homes.add(at(104.0002), 0, Places.NONE, 0, 0, 0, 1);
        Places places = city(false, divisions(), City.FARTHEST).homes();
        assertThat(places.size()).isEqualTo(2);
        assertThat(places.positions()).containsExactly(at(104.0001), at(104.0002));
        assertThat(places.weight(0)).isEqualTo(30);
        assertThat(places.group(Division.Level.GENERAL, 0)).isEqualTo(1);
        assertThat(places.group(Division.Level.MICRO, 1)).isEqualTo(Places.NONE);
        assertThat(places.group(Division.Level.DISTRICT, 1)).isEqualTo(1);
        assertThat(places.bytes()).isEqualTo(2 * 44);
    }

    @Test
    void thoseWhoTakeNoStepsComeOntoOtherEdges() {
        homes.add(at(104.0019), 1, 0, 0, 0, 0, 0);
        City city = city(true, divisions(), City.FARTHEST);
        assertThat(city.walk(true).homes().edge(0)).isEqualTo(1);
        assertThat(city.walk(false).homes().edge(0)).isZero();
        assertThat(city.walk(false)).isSameAs(city.walk(false)).isNotSameAs(city.walk(true));
    }

    @Test
    void withoutStepsAllWalkAlike() {
        City city = city(false, divisions(), City.FARTHEST);
        long before = city.bytes();
        assertThat(city.walk(false)).isSameAs(city.walk(true));
        assertThat(city.bytes()).isGreaterThan(before);
    }

    @Test
    void onTheSameRoadsWhatLiesAtTheSamePointsComesOntoThemAsBefore() {
        homes.add(at(104.0001), 30, 0, 0, 0, 0, 0);
        homes.add(at(104.0019), 20, 1, 0, 0, 0, 0);
        City before = city(true, divisions(), City.FARTHEST);
        Walk walk = before.walk(true);
        Places.Builder elsewhere = new Places.Builder();
        elsewhere.add(at(104.0001), 5, 1, 1, 1, 1, 1);
        elsewhere.add(at(104.0019), 5, 1, 1, 1, 1, 1);
        City inOtherGroups = onSameRoads(before, elsewhere.build());
        assertThat(inOtherGroups.roads()).isSameAs(before.roads());
        assertThat(inOtherGroups.homes().group(Division.Level.MICRO, 0)).isEqualTo(1);
        assertThat(inOtherGroups.walk(true).index()).isSameAs(walk.index());
        assertThat(inOtherGroups.walk(true).homes()).isSameAs(walk.homes());
        elsewhere = new Places.Builder();
        elsewhere.add(at(104.0003), 5, 1, 1, 1, 1, 1);
        City moved = onSameRoads(inOtherGroups, elsewhere.build());
        assertThat(moved.walk(true).homes().size()).isEqualTo(1);
        assertThat(moved.walk(true).homes().along(0)).isGreaterThan(walk.homes().along(0));
        assertThat(moved.walk(false).index()).isNotSameAs(walk.index());
    }

    private City onSameRoads(City before, Places homes) {
        return before.onSameRoads(
                VERSIONS, sites, homes, new Places.Builder().build(), divisions());
    }

    @Test
    void severalThreadsAreGivenTheSameWalk() {
        City city = city(true, divisions(), City.FARTHEST);
        Set<Walk> walks = Collections.newSetFromMap(new IdentityHashMap<>());
        IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> city.walk(true))
                .toList()
                .forEach(walks::add);
        assertThat(walks).hasSize(1);
    }

    @Test
    void whatLiesFartherThanTheFarthestIsNotOnTheNetwork() {
        homes.add(new LonLat(104.0005, 30.601), 1, 0, 0, 0, 0, 0);
        homes.add(new LonLat(104.0005, 30.6011), 1, 0, 0, 0, 0, 0);
        // 110.86 m and 121.95 m off.
        Snaps snaps = city(false, divisions(), 115).walk(true).homes();
        assertThat(snaps.edge(0)).isZero();
        assertThat(snaps.edge(1)).isEqualTo(Snaps.NONE);
    }

    @Test
    void sitesKeepTheirNumbersAmongChosenOnes() {
        City city = city(false, divisions(), City.FARTHEST);
        Walk walk = city.walk(true);
        WalkCosts costs = WalkCosts.distance(city.roads().network(), true);
        NearestSearch search = new NearestSearch(costs, 10_000);
        search.run(walk.destinations(costs, 1));
        Snaps here = walk.snap(List.of(at(104.002)));
        // 0.0002° from the second entrance are 19.18 m.
        assertThat(Label.facility(search.address(here, 0))).isEqualTo(1);
        assertThat(Label.cost(search.address(here, 0))).isEqualTo(192);
        assertThat(walk.entrancesOf(1)).containsExactly(1, 2);
        assertThat(walk.siteOfEntrance(2)).isEqualTo(1);
    }

    @Test
    void namesVersionsInOrder() {
        Map<String, Long> unordered = Map.of("510185", 3L, "510131", 1L, "510113", 2L);
        DataVersions versions =
                new DataVersions(
                        HISTORY, List.of("b-1", "a-2"), unordered, Map.of(), Map.of(), Map.of());
        assertThat(versions.editions()).containsExactly("a-2", "b-1");
        assertThat(versions.roads().keySet()).containsExactly("510113", "510131", "510185");
    }

    @Test
    void tellsWhatOfTwoVersionsIsTheSame() {
        DataVersions versions = versions(HISTORY, "a-2", 1, 3);
        assertThat(versions.haveRoadsOf(versions(HISTORY, "a-3", 1, 4))).isTrue();
        assertThat(versions.haveRoadsOf(versions(HISTORY, "a-2", 2, 3))).isFalse();
        assertThat(versions.haveHomesOf(versions(HISTORY, "a-2", 2, 3))).isTrue();
        assertThat(versions.haveHomesOf(versions(HISTORY, "a-3", 1, 3))).isFalse();
        assertThat(versions.haveHomesOf(versions(HISTORY, "a-2", 1, 4))).isFalse();
        assertThat(versions.haveLandOf(versions(HISTORY, "a-2", 2, 4))).isTrue();
        assertThat(versions.haveLandOf(versions(HISTORY, "a-3", 1, 3))).isFalse();
        DataVersions afterRestore = versions(new UUID(0, 2), "a-2", 1, 3);
        assertThat(versions.haveRoadsOf(afterRestore)).isFalse();
        assertThat(versions.haveHomesOf(afterRestore)).isFalse();
        assertThat(versions.haveLandOf(afterRestore)).isFalse();
    }

    private static DataVersions versions(UUID history, String edition, long roads, long homes) {
        return new DataVersions(
                history,
                List.of(edition),
                Map.of("a", roads),
                Map.of(),
                Map.of("a", homes),
                Map.of("a", 9L));
    }

    @Test
    void refusesDivisionsThatAreNotOneOfEachLevel() {
        List<Division> divisions = divisions();
        divisions.add(new Division(Division.Level.TOWN, List.of()));
        assertThatThrownBy(() -> city(false, divisions, City.FARTHEST))
                .hasMessage("two divisions of level TOWN");
    }

    @Test
    void refusesToMissALevel() {
        List<Division> divisions = divisions().subList(0, 4);
        assertThatThrownBy(() -> city(false, divisions, City.FARTHEST))
                .hasMessage("no division of level DISTRICT");
    }

    @Test
    void refusesPlacesThatDoNotFit() {
        homes.add(at(104), 1, 0, 0, 2, 0, 0);
        assertThatThrownBy(() -> city(false, divisions(), City.FARTHEST))
                .hasMessage("home 0 lies in group 2 of level COMMUNITY, which has 2");
        Places.Builder places = new Places.Builder();
        assertThatThrownBy(() -> places.add(at(104), -1, 0, 0, 0, 0, 0))
                .hasMessage("a place weighs 0 or more, not -1");
        assertThatThrownBy(() -> places.add(at(104), 1, 0, 0))
                .hasMessage("a place lies in groups of 5 levels, not 2");
        assertThatThrownBy(() -> places.add(at(104), 1, 0, 0, 0, 0, -2))
                .hasMessage("groups are numbered from 0, not -2");
        assertThatThrownBy(() -> new Site("a-1", "学校", "小学", List.of()))
                .hasMessage("facility a-1 has no entrance");
    }
}
