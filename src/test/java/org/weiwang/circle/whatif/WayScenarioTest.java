package org.weiwang.circle.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.whatif.Scenario.Added;
import org.weiwang.circle.whatif.Scenario.Closed;
import org.weiwang.circle.whatif.WayScene.Rebuilt;
import org.weiwang.geo.LonLat;

class WayScenarioTest {
    /** The costs of all homes in the scenario. */
    private static int[] costs(WayScene scene, Scenario scenario) {
        int[] costs = new int[scene.homes.size()];
        for (int home = 0; home < costs.length; home++) {
            costs[home] = WayScene.cost(scene.baseline.home(0, home));
        }
        Changes changes = WhatIf.of(scene.baseline, scenario).changes().get(0);
        for (int i = 0; i < changes.size(); i++) {
            costs[changes.home(i)] = WayScene.cost(changes.after(i));
        }
        return costs;
    }

    @Property(tries = 500)
    void isAsInANetworkMadeAnew(@ForAll long seed) throws InterruptedException {
        WayScene scene = new WayScene(seed);
        assertIsAsInANetworkMadeAnew(
                scene, scene.random.nextBoolean() ? List.of(scene.onStreet()) : List.of());
    }

    @Property(tries = 300)
    void whatOnlyAnAddedWayReachesIsAsInANetworkMadeAnew(@ForAll long seed)
            throws InterruptedException {
        WayScene scene = new WayScene(seed);
        LonLat place = scene.besideWay();
        Assume.that(scene.isReachedByOneWay(place));
        assertIsAsInANetworkMadeAnew(scene, List.of(place));
    }

    private static void assertIsAsInANetworkMadeAnew(WayScene scene, List<LonLat> place) {
        Assume.that(!scene.isDoubtful());
        List<Added> added = place.stream().map(at -> new Added(0, List.of(at))).toList();
        Scenario scenario = new Scenario(added, List.of(), List.of(), scene.ways);
        int[] costs = costs(scene, scenario);
        Rebuilt rebuilt = scene.new Rebuilt(place);
        WayGraph graph = new WayGraph(scene.before, scenario, List.of());
        int junctions = graph.nodeCount() - scene.before.costs().network().nodeCount();
        boolean mayBeLess = scene.goesOnFromALanding();
        for (int home = 0; home < costs.length; home++) {
            if (scene.isClear(home)) {
                int anew = rebuilt.cost(home);
                assertThat(mayBeLess ? Math.max(costs[home], anew) : costs[home])
                        .as("home %d, %d junctions", home, junctions)
                        .isCloseTo(anew, Offset.offset(2 + 2 * junctions));
            }
        }
    }

    @Property(tries = 500)
    void addedWaysWorsenNothing(@ForAll long seed) throws InterruptedException {
        WayScene scene = new WayScene(seed);
        LonLat place = scene.random.nextBoolean() ? scene.onStreet() : scene.besideWay();
        List<Added> added = List.of(new Added(0, List.of(place)));
        List<Closed> closed = List.of(new Closed(0, 1));
        int[] without = costs(scene, new Scenario(added, List.of(), closed, List.of()));
        int[] with = costs(scene, new Scenario(added, List.of(), closed, scene.ways));
        for (int home = 0; home < with.length; home++) {
            assertThat(with[home]).isLessThanOrEqualTo(without[home]);
        }
        Scenario ways = new Scenario(List.of(), List.of(), List.of(), scene.ways);
        Changes changes = WhatIf.of(scene.baseline, ways).changes().get(0);
        for (int i = 0; i < changes.size(); i++) {
            assertThat(changes.after(i)).isLessThan(changes.before(i));
        }
    }

    /** A way that is joined once splits an edge, and changes nothing by that. */
    @Property(tries = 300)
    void aBlindAlleyChangesNothing(@ForAll long seed) throws InterruptedException {
        WayScene scene = new WayScene(seed);
        scene.drawBlindAlley();
        Scenario scenario = new Scenario(List.of(), List.of(), List.of(), scene.ways);
        WayGraph graph = new WayGraph(scene.before, scenario, List.of());
        int joined = graph.splits().size();
        for (int node : graph.starts()) {
            joined += node < scene.before.costs().network().nodeCount() ? 1 : 0;
        }
        Assume.that(joined == 1);
        Set<Integer> beside = graph.snaps(scene.baseline.homes()).keySet();
        Changes changes = WhatIf.of(scene.baseline, scenario).changes().get(0);
        for (int i = 0; i < changes.size(); i++) {
            assertThat(changes.home(i)).isIn(beside);
        }
    }

    @Property(tries = 200)
    void whatIsOpenedOnAnAddedWayIsReachedAlongIt(@ForAll long seed) throws InterruptedException {
        WayScene scene = new WayScene(seed);
        scene.homes.set(0, scene.onWay(0.5));
        List<Added> added = List.of(new Added(0, List.of(scene.onWay(0.4))));
        Scenario scenario = new Scenario(added, List.of(), List.of(), scene.ways);
        Outcome outcome = WhatIf.of(scene.withHomes(), scenario);
        Changes changes = outcome.changes().get(0);
        long label = scene.withHomes().home(0, 0);
        for (int i = 0; i < changes.size(); i++) {
            label = changes.home(i) == 0 ? changes.after(i) : label;
        }
        double tenth = scene.metresOfWay() / 10;
        assertThat(Label.cost(label))
                .isLessThanOrEqualTo(scene.before.costs().ofLength((long) (1000 * tenth)) + 3);
        assertThat(outcome.unreachable()).isEmpty();
    }
}
