package org.weiwang.demo.life;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.weiwang.demo.mesh.Mesh;

/**
 * The easiest way from every node to the nearest root, where each edge is easier or harder by
 * chance.
 */
final class Walks {
    private static final int NONE = -1;
    private static final double STREET_EASE = 0.5;

    private final Mesh mesh;
    private final int[] via;
    private final double[] cost;

    private record Step(int node, double cost) {}

    Walks(Ground ground, int[] roots, SplittableRandom random) {
        this.mesh = ground.mesh();
        this.via = new int[mesh.nodeCount()];
        this.cost = new double[mesh.nodeCount()];
        Arrays.fill(via, NONE);
        Arrays.fill(cost, Double.MAX_VALUE);
        double[] weights = new double[mesh.edgeCount()];
        for (int edge = 0; edge < weights.length; edge++) {
            double ease =
                    ground.streets().isStreet(edge) ? STREET_EASE : 0.7 + 0.8 * random.nextDouble();
            weights[edge] = mesh.length(edge) * ease;
        }
        PriorityQueue<Step> queue =
                new PriorityQueue<>(
                        Comparator.comparingDouble(Step::cost).thenComparingInt(Step::node));
        for (int root : roots) {
            cost[root] = 0;
            queue.add(new Step(root, 0));
        }
        while (!queue.isEmpty()) {
            Step step = queue.remove();
            if (step.cost > cost[step.node]) {
                continue;
            }
            for (int edge : mesh.edgesAt(step.node)) {
                int next = mesh.otherEnd(edge, step.node);
                if (step.cost + weights[edge] < cost[next]) {
                    cost[next] = step.cost + weights[edge];
                    via[next] = edge;
                    queue.add(new Step(next, cost[next]));
                }
            }
        }
    }

    /** The first edge on the way from the node to a root, or a negative number at a root. */
    int via(int node) {
        return via[node];
    }

    /** The corner of the cell that is nearest to a root. */
    int corner(int cell) {
        int best = mesh.corner(cell, 0);
        for (int i = 1; i < mesh.degree(cell); i++) {
            if (cost[mesh.corner(cell, i)] < cost[best]) {
                best = mesh.corner(cell, i);
            }
        }
        return best;
    }
}
