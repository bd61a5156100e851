package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** The nodes of a network to be: places of a level, of which some are one node. */
final class Nodes {
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final Unions unions = new Unions(0);

    /** Of each number its place; of a node's lowest number, once settled, that of the node. */
    private final List<Coordinate> places = new ArrayList<>();

    private final BitSet settled = new BitSet();

    private record Place(int x, int y, long level) {}

    /** The number of a place, the same for all places of its node once these are joined. */
    int at(Coordinate place, long level) {
        int number =
                numbers.computeIfAbsent(
                        new Place((int) place.x, (int) place.y, level),
                        key -> {
                            places.add(place);
                            return unions.add();
                        });
        return unions.find(number);
    }

    /** Makes the places where lines end together one node. */
    void join(List<End> cluster) {
        End first = cluster.get(0);
        int node = at(first.place(), first.levels().iterator().next());
        for (End end : cluster) {
            end.levels().forEach(level -> unions.unite(node, at(end.place(), level)));
        }
    }

    /** Makes the place of a line and the end that it passes there one node. */
    void join(Foot foot, long level) {
        long levelOfEnd = foot.end().levels().iterator().next();
        unions.unite(at(foot.place(), level), at(foot.end().place(), levelOfEnd));
    }

    /**
     * Once all is joined, to be told of all ends: a node at which lines end lies where the smallest
     * of them is, by longitude and then by latitude.
     */
    void settle(End end) {
        int node = at(end.place(), end.levels().iterator().next());
        if (!settled.get(node) || end.place().compareTo(places.get(node)) < 0) {
            places.set(node, end.place());
            settled.set(node);
        }
    }

    /** Where a node is. */
    Coordinate place(int node) {
        return places.get(node);
    }

    /** Whether a place's node lies elsewhere. */
    boolean isMoved(Coordinate place, long level) {
        return !place(at(place, level)).equals2D(place);
    }
}
