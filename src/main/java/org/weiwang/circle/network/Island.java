package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        int[] root = new int[network.nodeCount()];
        for (int node = 0; node < root.length; node++) {
            root[node] = node;
        }
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            int a = find(root, network.from(edge));
            int b = find(root, network.to(edge));
            root[Math.max(a, b)] = Math.min(a, b);
        }
        for (int node = 0; node < root.length; node++) {
            root[node] = find(root, node);
        }
        return root;
    }

    private static int find(int[] root, int node) {
        int at = node;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
