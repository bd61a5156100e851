package org.weiwang.grid.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A sum of valid grounds, some with a minus, as the edges around it, the ground to the left of
 * each. Two edges that run to and fro between the same two positions cancel each other. Where none
 * is left the sum is zero everywhere: each place is in as many grounds that were added as in such
 * that were subtracted.
 */
final class Edges {
    private final Set<Edge> left;
    private boolean isAnyTwice;

    Edges() {
        left = new HashSet<>();
    }

    private Edges(Edges other) {
        left = new HashSet<>(other.left);
        isAnyTwice = other.isAnyTwice;
    }

    Edges copy() {
        return new Edges(this);
    }

    void add(Edge edge) {
        if (!left.remove(edge.reversed()) && !left.add(edge)) {
            isAnyTwice = true;
        }
    }

    void subtract(Edge edge) {
        add(edge.reversed());
    }

    /**
     * Adds all of some edges if they cancel others.
     *
     * @return whether they do
     */
    boolean addIfAllCancel(List<Edge> edges) {
        return subtractIfAllAreLeft(edges.stream().map(Edge::reversed).toList());
    }

    /**
     * Takes all of some edges away if they are there.
     *
     * @return whether they are
     */
    boolean subtractIfAllAreLeft(List<Edge> edges) {
        boolean areLeft = left.containsAll(edges);
        if (areLeft) {
            edges.forEach(left::remove);
        }
        return areLeft;
    }

    /** Where one is twice, it cannot be told by edges alone what the sum is. */
    boolean isAnyTwice() {
        return isAnyTwice;
    }

    boolean areNone() {
        return left.isEmpty() && !isAnyTwice;
    }

    /** Those that no other cancels. */
    List<Edge> left() {
        return List.copyOf(left);
    }
}
