package org.weiwang.circle.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weiwang.circle.network.AddedWays;
import org.weiwang.circle.network.AddedWays.Link;
import org.weiwang.circle.network.AddedWays.Snap;
import org.weiwang.circle.network.AddedWays.Split;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.reach.WalkCosts.Arc;
import org.weiwang.geo.LonLat;

/**
 * What the added ways cost. The cost of a piece is the difference between those of its two places,
 * so that the pieces of an edge cost together what the edge does. Thread-safe.
 */
final class WayGraph {
    private final AddedWays ways;
    private final double farthest;
    private final Map<Integer, List<Hop>> hops = new HashMap<>();
    private final Map<Integer, List<Hop>> onWays = new HashMap<>();
    private final Map<Integer, List<Split>> splits = new HashMap<>();

    private record Hop(int to, int cost) {}

    /**
     * @param stops places on the ways that become nodes: entrances of facilities
     */
    WayGraph(Streets streets, Scenario scenario, List<LonLat> stops) {
        this.farthest = streets.farthest();
        this.ways =
                new AddedWays(
                        streets.index(), scenario.ways(), streets.tolerance(), stops, farthest);
        for (Link link : ways.links()) {
            if (link.edge() == Snaps.NONE) {
                add(link, streets.costs(), onWays);
                add(link, streets.costs(), hops);
            } else if (streets.costs().isWalkable(link.edge())) {
                add(link, streets.costs(), hops);
            }
        }
        for (Split split : ways.splits()) {
            splits.computeIfAbsent(split.edge(), edge -> new ArrayList<>()).add(split);
        }
    }

    private static void add(Link link, WalkCosts costs, Map<Integer, List<Hop>> into) {
        int cost = costs.ofLength(link.end()) - costs.ofLength(link.start());
        into.computeIfAbsent(link.from(), node -> new ArrayList<>()).add(new Hop(link.to(), cost));
        into.computeIfAbsent(link.to(), node -> new ArrayList<>()).add(new Hop(link.from(), cost));
    }

    boolean isEmpty() {
        return onWays.isEmpty();
    }

    int nodeCount() {
        return ways.nodeCount();
    }

    List<Integer> unjoined() {
        return ways.unjoined();
    }

    /** Nodes at which one can set out along an added way. */
    Iterable<Integer> starts() {
        return onWays.keySet();
    }

    /** From a node along the added ways. */
    void forEachArcOnWays(int node, Arc arc) {
        onWays.get(node).forEach(hop -> arc.to(hop.to, hop.cost));
    }

    /** From a node along the added ways and the pieces of edges that they split. */
    void forEachArc(int node, Arc arc) {
        List<Hop> from = hops.get(node);
        if (from != null) {
            from.forEach(hop -> arc.to(hop.to, hop.cost));
        }
    }

    List<Split> splits() {
        return ways.splits();
    }

    List<Split> splitsOf(int edge) {
        return splits.getOrDefault(edge, List.of());
    }

    /**
     * Where a point comes onto the ways: where it is not too far from them, and nearer than to its
     * edge.
     */
    Optional<Snap> snap(LonLat point, Snaps snaps, int number) {
        return ways.snap(point, farthest)
                .filter(snap -> snaps.edge(number) == Snaps.NONE || snap.off() < snaps.off(number));
    }

    /** Where homes come onto the ways, by the home's number. */
    Map<Integer, Snap> snaps(Homes homes) {
        Map<Integer, Snap> onWays = new HashMap<>();
        if (!isEmpty()) {
            for (int home = 0; home < homes.snaps().size(); home++) {
                int number = home;
                snap(homes.positions().apply(home), homes.snaps(), home)
                        .ifPresent(snap -> onWays.put(number, snap));
            }
        }
        return onWays;
    }
}
