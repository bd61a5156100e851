package org.weiwang.circle.network;

import java.util.Arrays;

/** Numbers from 0, in sets that can be united. Each set goes by its lowest number. */
final class Unions {
    private int[] parent;
    private int size;

    /**
     * @param size how many numbers there are at first, each a set of its own
     */
    Unions(int size) {
        this.parent = new int[Math.max(size, 16)];
        while (this.size < size) {
            add();
        }
    }

    /** One number more, a set of its own. */
    int add() {
        if (size == parent.length) {
            parent = Arrays.copyOf(parent, 2 * size);
        }
        parent[size] = size;
        return size++;
    }

    /** The lowest number of the set. */
    int find(int number) {
        int at = number;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    void unite(int one, int other) {
        int a = find(one);
        int b = find(other);
        parent[Math.max(a, b)] = Math.min(a, b);
    }
}
