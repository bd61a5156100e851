package org.weiwang.circle.reach;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;

/** The cost of every node from one place, by the book. */
final class PlainDijkstra {
    static final long NEVER = Long.MAX_VALUE / 4;

    private final WalkCosts costs;
    private final WalkNetwork network;
    private final long[] cost;
    private final PriorityQueue<long[]> queue =
            new PriorityQueue<>(Comparator.comparingLong(entry -> entry[0]));

    PlainDijkstra(WalkCosts costs, Snaps points, int point) {
        this.costs = costs;
        this.network = costs.network();
        this.cost = new long[network.nodeCount()];
        Arrays.fill(cost, NEVER);
        int edge = points.edge(point);
        if (edge != Snaps.NONE && costs.isWalkable(edge)) {
            long rest = network.length(edge) - (long) points.along(point);
            relax(network.from(edge), costs.ofLength(points.off(point) + points.along(point)));
            relax(network.to(edge), costs.ofLength(points.off(point) + rest));
        }
        while (!queue.isEmpty()) {
            long[] entry = queue.remove();
            int node = (int) entry[1];
            if (entry[0] == cost[node]) {
                for (int i = 0; i < network.degree(node); i++) {
                    int next = network.edgeAt(node, i);
                    if (costs.isWalkable(next)) {
                        relax(network.other(next, node), cost[node] + costs.of(next));
                    }
                }
            }
        }
    }

    private void relax(int node, long candidate) {
        if (candidate < cost[node]) {
            cost[node] = candidate;
            queue.add(new long[] {candidate, node});
        }
    }

    long cost(int node) {
        return cost[node];
    }
}
