package org.weiwang.circle.reach;

import java.util.Arrays;

/**
 * Nodes by their cost, from 0 to a limit, in buckets of a few costs each. A bucket may be added to
 * while it is read. Not thread-safe.
 */
public final class Buckets {
    /** A bucket is of 64 costs, 6.4 s: most edges take longer, so few nodes are read twice. */
    private static final int SHIFT = 6;

    private final int[][] nodes;
    private final int[] sizes;

    /**
     * @param limit 0 or more
     */
    public Buckets(int limit) {
        this.nodes = new int[of(limit) + 1][16];
        this.sizes = new int[nodes.length];
    }

    /** The bucket of a cost. */
    public static int of(int cost) {
        return cost >> SHIFT;
    }

    public int count() {
        return nodes.length;
    }

    /**
     * @param cost from 0 to the limit
     */
    public void add(int cost, int node) {
        int bucket = of(cost);
        int size = sizes[bucket];
        if (size == nodes[bucket].length) {
            nodes[bucket] = Arrays.copyOf(nodes[bucket], 2 * size);
        }
        nodes[bucket][size] = node;
        sizes[bucket] = size + 1;
    }

    public int size(int bucket) {
        return sizes[bucket];
    }

    /** A node, counted from 0 in the order of adding. */
    public int get(int bucket, int number) {
        return nodes[bucket][number];
    }

    public void clear(int bucket) {
        sizes[bucket] = 0;
    }

    long bytes() {
        return 4L * sizes.length + Arrays.stream(nodes).mapToLong(n -> 4L * n.length).sum();
    }
}
