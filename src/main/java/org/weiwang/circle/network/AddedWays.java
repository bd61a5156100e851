package org.weiwang.circle.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.weiwang.circle.network.Stretch.Spot;
import org.weiwang.circle.network.WayLines.Near;
import org.weiwang.circle.network.WayMeetings.Meeting;
import org.weiwang.geo.LonLat;

/**
 * Ways laid over a network: nodes and links more, joined as {@link NetworkBuilder} joins lines:
 *
 * <ul>
 *   <li>Ends at most the tolerance apart are joined, whatever their levels.
 *   <li>Lines of one level that cross or touch are joined, and ends with lines of their level that
 *       pass within the tolerance.
 *   <li>A bridge or tunnel (of a level other than 0) lands where it ends and does not go on: it is
 *       joined with lines of level 0 that pass within the tolerance. It goes on where another line
 *       of its level passes that end, or another bridge or tunnel ends within the tolerance and
 *       leaves over 60° apart from it.
 * </ul>
 *
 * <p>But the network stays as it is. Nothing is bent: what is joined across a gap is linked
 * straight. A bridge of the network that has landed stays so where an added one goes on from it,
 * which it would not in a network that is made of all of them. Edges that come from noded lines are
 * of level 0, or on a bridge or in a tunnel of no known level, and are joined by these rules too.
 * Lengths and gaps are measured by the scales of the middle of a way. Immutable and thread-safe.
 */
public final class AddedWays {
    /**
     * A piece between two nodes, walked in both directions: what lies between two places of a way,
     * of an edge or of the gap between them, in millimetres from its start.
     *
     * @param edge the edge that it is a piece of, or {@link Snaps#NONE}
     */
    public record Link(int from, int to, int start, int end, int edge) {}

    /**
     * A node where an edge of the network is joined in its middle.
     *
     * @param along millimetres from the edge's first point
     */
    public record Split(int node, int edge, int along) {}

    /**
     * Where a point comes onto an added way: between two nodes, which may be one.
     *
     * @param off millimetres from the point to the place, straight
     * @param toBefore millimetres along the way from the place to the node before it
     * @param toAfter likewise to the node after it
     */
    public record Snap(int off, int before, int toBefore, int after, int toAfter) {}

    private final WalkNetwork network;
    private final WayLines lines;
    private final Map<Spot, Integer> nodes = new LinkedHashMap<>();
    private final List<TreeSet<Integer>> onWays = new ArrayList<>();
    private final Map<Integer, TreeSet<Integer>> onEdges = new TreeMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Split> splits = new ArrayList<>();
    private final List<Integer> unjoined;

    /**
     * @param index of the edges that may be joined
     * @param tolerance in metres
     * @param stops points for which the way nearest to them, if any, has a node
     * @param farthest from a way to such a point, in metres
     */
    public AddedWays(
            EdgeIndex index,
            List<Way> ways,
            double tolerance,
            List<LonLat> stops,
            double farthest) {
        this.network = index.network();
        this.lines = new WayLines(ways);
        for (int way = 0; way < ways.size(); way++) {
            onWays.add(new TreeSet<>());
            number(new Spot(true, way, 0));
            number(new Spot(true, way, lines.length(way)));
        }
        BitSet joined = new BitSet();
        for (Meeting meeting : WayMeetings.of(index, lines, tolerance)) {
            join(meeting.one(), meeting.other(), meeting.gap());
            for (Spot spot : List.of(meeting.one(), meeting.other())) {
                if (spot.isOnWay()) {
                    joined.set(spot.line());
                }
            }
        }
        unjoined = IntStream.range(0, ways.size()).filter(way -> !joined.get(way)).boxed().toList();
        for (LonLat stop : stops) {
            lines.nearest(stop, farthest).ifPresent(near -> number(near.spot()));
        }
        link();
    }

    private void join(Spot one, Spot other, int gap) {
        int from = number(one);
        int to = number(other);
        if (from != to) {
            links.add(new Link(from, to, 0, gap, Snaps.NONE));
        }
    }

    /** The node at a spot: the network's own at the end of an edge. */
    private int number(Spot spot) {
        if (!spot.isOnWay() && spot.along() == 0) {
            return network.from(spot.line());
        }
        if (!spot.isOnWay() && spot.along() == network.length(spot.line())) {
            return network.to(spot.line());
        }
        Integer known = nodes.get(spot);
        if (known != null) {
            return known;
        }
        int node = nodeCount();
        nodes.put(spot, node);
        if (spot.isOnWay()) {
            onWays.get(spot.line()).add(spot.along());
        } else {
            onEdges.computeIfAbsent(spot.line(), edge -> new TreeSet<>()).add(spot.along());
            splits.add(new Split(node, spot.line(), spot.along()));
        }
        return node;
    }

    private void link() {
        for (int way = 0; way < onWays.size(); way++) {
            link(true, way, onWays.get(way));
        }
        onEdges.forEach(
                (edge, alongs) -> {
                    TreeSet<Integer> all = new TreeSet<>(alongs);
                    all.add(0);
                    all.add(network.length(edge));
                    link(false, edge, all);
                });
    }

    private void link(boolean isWay, int line, TreeSet<Integer> alongs) {
        int before = alongs.first();
        for (int along : alongs.tailSet(before, false)) {
            int from = number(new Spot(isWay, line, before));
            int to = number(new Spot(isWay, line, along));
            links.add(new Link(from, to, before, along, isWay ? Snaps.NONE : line));
            before = along;
        }
    }

    /** How many nodes there are, those of the network, which come first, included. */
    public int nodeCount() {
        return network.nodeCount() + nodes.size();
    }

    public List<Link> links() {
        return List.copyOf(links);
    }

    public List<Split> splits() {
        return List.copyOf(splits);
    }

    /** The ways, counted from 0, that meet nothing. */
    public List<Integer> unjoined() {
        return unjoined;
    }

    /**
     * Where a point comes onto the way nearest to it; empty where all are farther than the given
     * metres.
     */
    public Optional<Snap> snap(LonLat point, double farthest) {
        return lines.nearest(point, farthest).map(this::snap);
    }

    private Snap snap(Near near) {
        int way = near.spot().line();
        int along = near.spot().along();
        int before = onWays.get(way).floor(along);
        int after = onWays.get(way).ceiling(along);
        return new Snap(
                (int) Math.rint(near.metres() * 1000),
                nodes.get(new Spot(true, way, before)),
                along - before,
                nodes.get(new Spot(true, way, after)),
                after - along);
    }
}
