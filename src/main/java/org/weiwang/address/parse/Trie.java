package org.weiwang.address.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds words by their beginnings. The children of a node lie side by side, in the order of nodes:
 * 6 bytes for a node, and a reference. Immutable and thread-safe.
 */
final class Trie<T> {
    static final int ROOT = 0;
    static final int NONE = -1;

    private final char[] labels;

    /** Of each node its first child; where the next node's children begin, its own end. */
    private final int[] children;

    private final List<T> values;

    /** The root has thousands of children, and is asked at every character. */
    private final int[] ofRoot = new int[Character.MAX_VALUE + 1];

    Trie(Map<String, T> words) {
        String[] keys = words.keySet().toArray(new String[0]);
        Arrays.sort(keys);
        Layers layers = new Layers(keys);
        layers.lay();
        labels = Arrays.copyOf(layers.labels, layers.size);
        children = Arrays.copyOf(layers.children, layers.size + 1);
        children[layers.size] = layers.size;
        values = new ArrayList<>(layers.size);
        for (int node = 0; node < layers.size; node++) {
            values.add(layers.word[node] < 0 ? null : words.get(keys[layers.word[node]]));
        }
        Arrays.fill(ofRoot, NONE);
        for (int child = children[ROOT]; child < children[ROOT + 1]; child++) {
            ofRoot[labels[child]] = child;
        }
    }

    /** The node that follows by a character; NONE where no word goes on so. */
    int child(int node, char c) {
        if (node == ROOT) {
            return ofRoot[c];
        }
        int found = Arrays.binarySearch(labels, children[node], children[node + 1], c);
        return found < 0 ? NONE : found;
    }

    /** Of the word that ends at the node; null where none does. */
    T value(int node) {
        return values.get(node);
    }

    /**
     * Takes the values of all words that begin with the text, the shortest first, while it wants.
     */
    void startingWith(String text, Predicate<T> taker) {
        int node = ROOT;
        for (int i = 0; i < text.length() && node != NONE; i++) {
            node = child(node, text.charAt(i));
        }
        int begin = node;
        int end = node + 1;
        while (begin != NONE && begin < end) {
            for (int at = begin; at < end; at++) {
                if (value(at) != null && !taker.test(value(at))) {
                    return;
                }
            }
            begin = children[begin];
            end = children[end];
        }
    }

    /** Lays out nodes layer by layer, each with the range of sorted words that it begins. */
    private static final class Layers {
        private final String[] keys;
        private int size = 1;
        private char[] labels = new char[64];
        private int[] children = new int[65];
        private int[] first = new int[64];
        private int[] end = new int[64];
        private int[] word = new int[64];

        Layers(String[] keys) {
            this.keys = keys;
            end[0] = keys.length;
        }

        void lay() {
            int depth = 0;
            int layerEnd = 1;
            for (int node = 0; node < size; node++) {
                if (node == layerEnd) {
                    depth++;
                    layerEnd = size;
                }
                children[node] = size;
                word[node] = -1;
                int at = first[node];
                if (at < end[node] && keys[at].length() == depth) {
                    word[node] = at++;
                }
                while (at < end[node]) {
                    at = add(at, end[node], depth);
                }
            }
        }

        /** Adds a node for the words of the range that go on as the first does. */
        private int add(int from, int to, int depth) {
            char label = keys[from].charAt(depth);
            int at = from + 1;
            while (at < to && keys[at].charAt(depth) == label) {
                at++;
            }
            if (size == labels.length) {
                labels = Arrays.copyOf(labels, size * 2);
                children = Arrays.copyOf(children, size * 2 + 1);
                first = Arrays.copyOf(first, size * 2);
                end = Arrays.copyOf(end, size * 2);
                word = Arrays.copyOf(word, size * 2);
            }
            labels[size] = label;
            first[size] = from;
            end[size] = at;
            size++;
            return at;
        }
    }
}
