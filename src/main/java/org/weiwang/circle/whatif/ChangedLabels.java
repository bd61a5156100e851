package org.weiwang.circle.whatif;

import java.util.Arrays;
import org.weiwang.circle.reach.Label;

/**
 * Labels of nodes on top of others, which stay as they are: a table of those that were set. Its
 * memory goes with their number. Not thread-safe.
 */
final class ChangedLabels {
    private static final int FREE = -1;

    /** 2<sup>32</sup> by the golden ratio. */
    private static final int GOLDEN = 0x9E3779B9;

    private final long[] below;
    private final long[] added;

    /** For each slot the place of a node in {@link #nodes}, or FREE; at most half are taken. */
    private int[] slots = new int[128];

    private int[] nodes = new int[64];
    private long[] labels = new long[64];
    private int size;

    /**
     * @param below the labels of the network's nodes
     * @param nodes how many there are with those that are added, which have no label
     */
    ChangedLabels(long[] below, int nodes) {
        this.below = below;
        this.added = new long[nodes - below.length];
        Arrays.fill(added, Label.NONE);
        Arrays.fill(slots, FREE);
    }

    long get(int node) {
        int place = slots[slot(node)];
        return place == FREE ? below(node) : labels[place];
    }

    /** Gives an added node a label that does not count as set. */
    void lay(int node, long label) {
        added[node - below.length] = label;
    }

    /** The label on which this one lies. */
    long below(int node) {
        return node < below.length ? below[node] : added[node - below.length];
    }

    boolean isSet(int node) {
        return slots[slot(node)] != FREE;
    }

    void set(int node, long label) {
        int slot = slot(node);
        if (slots[slot] == FREE) {
            if (size == nodes.length) {
                grow();
                slot = slot(node);
            }
            slots[slot] = size;
            nodes[size++] = node;
        }
        labels[slots[slot]] = label;
    }

    /** How many labels were set. */
    int size() {
        return size;
    }

    /** A node whose label was set, counted from 0 in the order of setting for the first time. */
    int node(int place) {
        return nodes[place];
    }

    /** The slot of a node, or the free one that it would take. */
    private int slot(int node) {
        int mask = slots.length - 1;
        // Neighbours have neighbouring numbers: they are spread, or they would pile up in rows.
        int slot = node * GOLDEN >>> Integer.numberOfLeadingZeros(mask);
        while (slots[slot] != FREE && nodes[slots[slot]] != node) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        nodes = Arrays.copyOf(nodes, 2 * size);
        labels = Arrays.copyOf(labels, 2 * size);
        slots = new int[4 * size];
        Arrays.fill(slots, FREE);
        for (int place = 0; place < size; place++) {
            slots[slot(nodes[place])] = place;
        }
    }
}
