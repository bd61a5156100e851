package org.weiwang.bench;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import java.util.stream.IntStream;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.geo.LonLat;

/** The same network as GraphHopper holds it, with the same costs, one to an edge. */
final class GraphHopperTree {
    private static final int BYTES_OF_FLAGS = 4;

    /** GraphHopper limits walks by milliseconds; costs are tenths of a second. */
    private static final long MILLIS = 100;

    private final BaseGraph graph;
    private final Weighting weighting;

    GraphHopperTree(WalkCosts costs) {
        WalkNetwork network = costs.network();
        this.graph = new BaseGraph.Builder(BYTES_OF_FLAGS).create();
        for (int node = 0; node < network.nodeCount(); node++) {
            LonLat place = network.node(node);
            graph.getNodeAccess().setNode(node, place.lat(), place.lon());
        }
        // It takes no edges that come back to the node they left, and none would shorten a way.
        int[] edges =
                IntStream.range(0, network.edgeCount())
                        .filter(edge -> network.from(edge) != network.to(edge))
                        .toArray();
        for (int edge : edges) {
            graph.edge(network.from(edge), network.to(edge))
                    .setDistance(network.length(edge) / 1000.0);
        }
        this.weighting = new Costs(IntStream.of(edges).map(costs::of).toArray());
    }

    /** The nodes reached from one, and the sum of their costs. */
    Reached reach(int node, int limit) {
        ShortestPathTree tree =
                new ShortestPathTree(graph, weighting, false, TraversalMode.NODE_BASED);
        // What takes exactly the limit is beyond it, and to us it is reached.
        tree.setTimeLimit(limit * MILLIS + 1);
        long[] reached = new long[2];
        tree.search(
                node,
                label -> {
                    reached[0]++;
                    reached[1] += label.time / MILLIS;
                });
        return new Reached((int) reached[0], reached[1]);
    }

    /**
     * @param cost of all of them together, in tenths of a second
     */
    record Reached(int nodes, long cost) {}

    /**
     * @param costs by GraphHopper's numbers of edges
     */
    private record Costs(int[] costs) implements Weighting {
        @Override
        public double calcMinWeightPerDistance() {
            return 0;
        }

        @Override
        public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
            return costs[edge.getEdge()];
        }

        @Override
        public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
            return costs[edge.getEdge()] * MILLIS;
        }

        @Override
        public double calcTurnWeight(int from, int via, int to) {
            return 0;
        }

        @Override
        public long calcTurnMillis(int from, int via, int to) {
            return 0;
        }

        @Override
        public boolean hasTurnCosts() {
            return false;
        }

        @Override
        public String getName() {
            return "costs";
        }
    }
}
