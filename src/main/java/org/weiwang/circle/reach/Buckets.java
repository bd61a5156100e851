package org.weiwang.circle.reach;

/**
 * Nodes by their cost, from 0 to a limit, in buckets of a few costs each. A bucket may be added to
 * while it is read. Not thread-safe.
 */
public final class Buckets {
    /** A bucket is of 128 costs, 12.8 s: most edges take longer, so few nodes are read twice. */
    private static final int SHIFT = 7;

    /** One more than there are buckets: that of what is beyond the limit stays empty. */
    private final int[] sizes;

    /** How many nodes each bucket has room for. */
    private int room = 16;

    /** Bucket by bucket. */
    private int[] nodes;

    /**
     * @param limit 0 or more
     */
    public Buckets(int limit) {
        this.sizes = new int[of(limit) + 2];
        this.nodes = new int[room * sizes.length];
    }

    /** The bucket of a cost. */
    public static int of(int cost) {
        return cost >> SHIFT;
    }

    public int count() {
        return sizes.length - 1;
    }

    /**
     * @param cost from 0 to the limit
     */
    public void add(int cost, int node) {
        addIf(-1, cost, node);
    }

    /**
     * Adds a node or not, without a branch that the processor would have to guess.
     *
     * @param mask -1 to add, 0 to leave all as it is
     * @param cost 0 or more; within the limit where the node is added
     */
    void addIf(int mask, int cost, int node) {
        int bucket = Math.min(of(cost), sizes.length - 1);
        int size = sizes[bucket];
        nodes[bucket * room + size] = node;
        size -= mask;
        sizes[bucket] = size;
        if (size == room) {
            grow();
        }
    }

    private void grow() {
        int[] more = new int[2 * nodes.length];
        for (int bucket = 0; bucket < sizes.length; bucket++) {
            System.arraycopy(nodes, bucket * room, more, 2 * bucket * room, room);
        }
        room *= 2;
        nodes = more;
    }

    public int size(int bucket) {
        return sizes[bucket];
    }

    /** A node, counted from 0 in the order of adding. */
    public int get(int bucket, int number) {
        return nodes[bucket * room + number];
    }

    public void clear(int bucket) {
        sizes[bucket] = 0;
    }

    long bytes() {
        return 4L * (sizes.length + nodes.length);
    }
}
