package org.weiwang.circle.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.NetworkAssembly;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.whatif.Outcome.Unreachable;
import org.weiwang.circle.whatif.Scenario.Added;
import org.weiwang.circle.whatif.Scenario.Closed;
import org.weiwang.circle.whatif.Scenario.Moved;
import org.weiwang.geo.LonLat;

class WhatIfTest {
    private static final LonLat FAR_AWAY = new LonLat(105, 31);

    private static void assertIsAsSearchedAnew(Scene scene, Scenario scenario) {
        Outcome outcome = WhatIf.of(scene.baseline, scenario);
        List<CategoryPlan> plans = CategoryPlan.of(scene.baseline, scenario);
        for (int category = 0; category < scene.categories.size(); category++) {
            NearestSearch again = scene.again(scenario, category);
            CategoryPlan plan = plans.get(category);
            WayGraph noWays = new WayGraph(scene.streets, scenario, List.of());
            Opened opened = new Opened(scene.streets, plan, noWays);
            ChangedLabels labels = Relabelling.of(scene.baseline, plan, opened, noWays);
            for (int node = 0; node < scene.network.nodeCount(); node++) {
                assertThat(labels.get(node)).as("node %d", node).isEqualTo(again.node(node));
            }
            long[] homes = scene.homesAfter(outcome, category);
            for (int home = 0; home < homes.length; home++) {
                assertThat(homes[home])
                        .as("home %d", home)
                        .isEqualTo(again.address(scene.homes.snaps(), home));
            }
        }
    }

    @Property(tries = 2000)
    void findsWhatASearchAnewFinds(@ForAll long seed) {
        Scene scene = Scene.random(seed);
        for (int i = 0; i < 3; i++) {
            assertIsAsSearchedAnew(scene, scene.scenario());
        }
    }

    @Property(tries = 20)
    void findsWhatASearchAnewFindsInALargeNetwork(@ForAll long seed) {
        Scene scene = Scene.large(seed);
        assertIsAsSearchedAnew(scene, scene.scenario());
    }

    @Property(tries = 200)
    void closingAllOfACategoryLeavesNothing(@ForAll long seed) {
        Scene scene = Scene.random(seed);
        List<Closed> all =
                scene.facilities(0).stream().map(facility -> new Closed(0, facility)).toList();
        Scenario scenario = new Scenario(List.of(), List.of(), all, List.of());
        assertIsAsSearchedAnew(scene, scenario);
        assertThat(scene.homesAfter(WhatIf.of(scene.baseline, scenario), 0))
                .containsOnly(Label.NONE);
    }

    @Property(tries = 500)
    void aFacilityMoreWorsensNothingAndOneLessBettersNothing(@ForAll long seed) {
        Scene scene = Scene.random(seed);
        Added added = new Added(1, scene.places(2));
        Outcome more =
                WhatIf.of(
                        scene.baseline,
                        new Scenario(List.of(added), List.of(), List.of(), List.of()));
        assertThat(more.changes().get(0).size()).isZero();
        Changes better = more.changes().get(1);
        for (int i = 0; i < better.size(); i++) {
            assertThat(better.after(i)).isLessThan(better.before(i));
        }
        for (int facility : scene.facilities(1)) {
            Closed closed = new Closed(1, facility);
            Scenario less = new Scenario(List.of(), List.of(), List.of(closed), List.of());
            Changes worse = WhatIf.of(scene.baseline, less).changes().get(1);
            for (int i = 0; i < worse.size(); i++) {
                assertThat(worse.after(i)).isGreaterThan(worse.before(i));
            }
        }
    }

    @Property(tries = 50)
    void severalScenariosAtOnceLeaveTheBaselineAlone(@ForAll long seed) throws Exception {
        Scene scene = Scene.random(seed);
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            scenarios.add(scene.scenario());
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                outcomes.add(threads.submit(() -> WhatIf.of(scene.baseline, scenario)));
            }
            for (int i = 0; i < scenarios.size(); i++) {
                long[] homes = scene.homesAfter(outcomes.get(i).get(), 2);
                NearestSearch again = scene.again(scenarios.get(i), 2);
                for (int home = 0; home < homes.length; home++) {
                    assertThat(homes[home]).isEqualTo(again.address(scene.homes.snaps(), home));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Example
    void whatIsFarFromAllWaysIsSaidToReachNobody() {
        Scene scene = Scene.random(4);
        int first = scene.baseline.firstAdded();
        int there = scene.facilities(2).get(0);
        Scenario scenario =
                new Scenario(
                        List.of(new Added(0, List.of(FAR_AWAY)), new Added(1, List.of(FAR_AWAY))),
                        List.of(new Moved(2, there, List.of(FAR_AWAY))),
                        List.of(),
                        List.of());
        assertThat(WhatIf.of(scene.baseline, scenario).unreachable())
                .containsExactly(
                        new Unreachable(0, first),
                        new Unreachable(1, first + 1),
                        new Unreachable(2, there));
    }

    @Example
    void whatLiesOnStepsIsSaidToReachNobodyWhoCantTakeThem() throws InterruptedException {
        NetworkAssembly assembly = new NetworkAssembly();
        int lon = 1_040_000_000;
        assembly.add(1, 2, new int[] {lon, 306_000_000, lon + 10_000, 306_000_000}, true);
        assembly.add(2, 3, new int[] {lon + 10_000, 306_000_000, lon + 20_000, 306_000_000}, false);
        WalkNetwork network = assembly.build(2, 0, 0).network();
        WalkCosts costs = WalkCosts.time(network, new Profile(1, false));
        EdgeIndex index = new EdgeIndex(network, edge -> true);
        Snaps none = index.snap(List.of(), Scene.FARTHEST);
        List<LonLat> places = List.of(new LonLat(104.0005, 30.6), new LonLat(104.0015, 30.6));
        Baseline baseline =
                Baseline.of(
                        new Streets(costs, index, Scene.FARTHEST, 0.5),
                        9_000,
                        List.of(new Destinations(costs, none, new int[0])),
                        new Homes(index.snap(places, Scene.FARTHEST), places::get),
                        1);
        List<Added> onSteps = List.of(new Added(0, places.subList(0, 1)));
        Outcome outcome =
                WhatIf.of(baseline, new Scenario(onSteps, List.of(), List.of(), List.of()));
        assertThat(outcome.unreachable()).containsExactly(new Unreachable(0, 0));
        assertThat(outcome.changes().get(0).size()).isZero();
        List<Added> besides = List.of(new Added(0, places));
        outcome = WhatIf.of(baseline, new Scenario(besides, List.of(), List.of(), List.of()));
        assertThat(outcome.unreachable()).isEmpty();
        assertThat(outcome.changes().get(0).size()).isEqualTo(1);
        assertThat(outcome.changes().get(0).home(0)).isEqualTo(1);
        assertThat(outcome.changes().get(0).after(0)).isEqualTo(Label.of(0, 0));
    }

    @Example
    void refusesWhatThereIsNot() {
        Scene scene = Scene.random(4);
        assertRefused(scene, new Closed(1, 99), "category 1 has no facility 99");
        assertRefused(scene, new Closed(1, -1), "category 1 has no facility -1");
        assertRefused(
                scene, new Closed(3, 0), "there is no category 3: they are numbered from 0 to 2");
        int there = scene.facilities(0).get(0);
        assertThatThrownBy(
                        () ->
                                WhatIf.of(
                                        scene.baseline,
                                        new Scenario(
                                                List.of(),
                                                List.of(new Moved(0, there, List.of(FAR_AWAY))),
                                                List.of(new Closed(0, there)),
                                                List.of())))
                .hasMessage("facility " + there + " of category 0 is closed or moved twice");
        assertThatThrownBy(() -> new Added(0, List.of()))
                .hasMessage("a facility needs an entrance");
    }

    private static void assertRefused(Scene scene, Closed closed, String message) {
        Scenario scenario = new Scenario(List.of(), List.of(), List.of(closed), List.of());
        assertThatThrownBy(() -> WhatIf.of(scene.baseline, scenario))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
