package org.weiwang.circle.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;

/**
 * The parts of a network that are reached from one place. What costs exactly the limit is reached.
 * Good until the search's next run; thread-safe until then.
 */
public final class Isochrone {
    private final NearestSearch search;
    private final WalkCosts costs;
    private final WalkNetwork network;
    private final Snaps start;

    /**
     * Searches from a place.
     *
     * @param start where the place comes onto the network, alone; nothing is reached where it does
     *     not
     * @throws IllegalArgumentException when there is not one place
     */
    public Isochrone(NearestSearch search, Snaps start) {
        if (start.size() != 1) {
            throw new IllegalArgumentException("starts from one place, not " + start.size());
        }
        this.search = search;
        this.costs = search.costs();
        this.network = costs.network();
        this.start = start;
        search.run(new Destinations(costs, start, new int[1]));
    }

    /**
     * Of each edge that is reached one part or several: at its ends, and around the place to start
     * from. In the order of edges; those of an edge in order, without touching each other. What a
     * limit reaches lies in what a higher one reaches.
     *
     * @param limit the search's or a lower one
     * @throws IllegalArgumentException when it is higher, or below 0
     */
    public List<ReachedPart> within(int limit) {
        if (limit < 0 || limit > search.limit()) {
            throw new IllegalArgumentException(
                    "the limit must be from 0 to " + search.limit() + ", not " + limit);
        }
        List<ReachedPart> parts = new ArrayList<>();
        IntStream atNodes =
                IntStream.range(0, search.reachedCount())
                        .map(search::reached)
                        .filter(node -> Label.cost(search.node(node)) <= limit)
                        .flatMap(this::edgesAt);
        IntStream.concat(IntStream.of(start.edge(0)), atNodes)
                .filter(edge -> edge != Snaps.NONE && costs.isWalkable(edge))
                .sorted()
                .distinct()
                .forEach(edge -> addParts(edge, limit, parts));
        return parts;
    }

    private IntStream edgesAt(int node) {
        return IntStream.range(0, network.degree(node)).map(i -> network.edgeAt(node, i));
    }

    private void addParts(int edge, int limit, List<ReachedPart> parts) {
        int length = network.length(edge);
        long fromStart = rest(network.from(edge), limit);
        long fromEnd = length - rest(network.to(edge), limit);
        int first = parts.size();
        add(edge, 0, fromStart, length, first, parts);
        if (edge == start.edge(0)) {
            long rest = costs.lengthFor(limit) - start.off(0);
            add(edge, start.along(0) - rest, start.along(0) + rest, length, first, parts);
        }
        add(edge, fromEnd, length, length, first, parts);
    }

    /** How many millimetres can be walked beyond a node; below 0 where it is not reached. */
    private long rest(int node, int limit) {
        long label = search.node(node);
        return label == Label.NONE || Label.cost(label) > limit
                ? -1
                : costs.lengthFor(limit - Label.cost(label));
    }

    /** Adds a part, as one with those before it on the edge that it touches. */
    private static void add(
            int edge, long from, long to, int length, int first, List<ReachedPart> parts) {
        int start = (int) Math.max(from, 0);
        int end = (int) Math.min(to, length);
        if (start > end) {
            return;
        }
        while (parts.size() > first && parts.get(parts.size() - 1).to() >= start) {
            ReachedPart before = parts.remove(parts.size() - 1);
            start = Math.min(start, before.from());
            end = Math.max(end, before.to());
        }
        parts.add(new ReachedPart(edge, start, end));
    }
}
