package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.weiwang.geo.LonLat;

/**
 * A piece of a network that nothing joins to the rest.
 *
 * @param metres of all its edges
 * @param place one of its nodes
 */
public record Island(int nodes, int edges, double metres, LonLat place) {
    /** All pieces of the network, those of most nodes first. */
    static List<Island> of(WalkNetwork network) {
        int[] root = roots(network);
        int[] nodes = new int[root.length];
        int[] edges = new int[root.length];
        long[] lengths = new long[root.length];
        for (int node = 0; node < root.length; node++) {
            nodes[root[node]]++;
        }
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            int at = root[network.from(edge)];
            edges[at]++;
            lengths[at] += network.length(edge);
        }
        List<Island> islands = new ArrayList<>();
        for (int node = 0; node < root.length; node++) {
            if (root[node] == node) {
                islands.add(
                        new Island(
                                nodes[node],
                                edges[node],
                                lengths[node] / 1000.0,
                                network.node(node)));
            }
        }
        islands.sort(Comparator.comparingInt(Island::nodes).reversed());
        return List.copyOf(islands);
    }

    /** For each node the lowest one of its piece. */
    private static int[] roots(WalkNetwork network) {
        Unions pieces = new Unions(network.nodeCount());
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            pieces.unite(network.from(edge), network.to(edge));
        }
        return IntStream.range(0, network.nodeCount()).map(pieces::find).toArray();
    }
}
