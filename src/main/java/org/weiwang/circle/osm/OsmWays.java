package org.weiwang.circle.osm;

import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The walkable ways of a file and the nodes at which they meet. */
final class OsmWays implements OsmBlocks.Taker {
    /**
     * @param id OpenStreetMap's number, as those of the nodes
     */
    record WalkableWay(
            long id, long[] nodes, String name, String kind, boolean isSteps, boolean isAloft) {}

    private final List<WalkableWay> ways = new ArrayList<>();

    @Override
    public void take(PrimitiveBlock block) throws OsmBlockException {
        for (PrimitiveGroup group : block.getPrimitivegroupList()) {
            for (Way way : group.getWaysList()) {
                Map<String, String> tags = tags(way, block);
                if (WalkableWays.isWalkable(tags)) {
                    ways.add(
                            new WalkableWay(
                                    way.getId(),
                                    nodes(way),
                                    tags.getOrDefault("name", ""),
                                    tags.get("highway"),
                                    WalkableWays.isSteps(tags),
                                    WalkableWays.isAloft(tags)));
                }
            }
        }
    }

    private static Map<String, String> tags(Way way, PrimitiveBlock block)
            throws OsmBlockException {
        if (way.getKeysCount() != way.getValsCount()) {
            throw new OsmBlockException("has a tag without a value on way " + way.getId());
        }
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < way.getKeysCount(); i++) {
            tags.put(text(way.getKeys(i), block), text(way.getVals(i), block));
        }
        return tags;
    }

    private static String text(int number, PrimitiveBlock block) throws OsmBlockException {
        if (number < 0 || number >= block.getStringtable().getSCount()) {
            throw new OsmBlockException("has tags that are not in its table of texts");
        }
        return block.getStringtable().getS(number).toStringUtf8();
    }

    /** The numbers stand in the file as differences. */
    private static long[] nodes(Way way) {
        long[] nodes = new long[way.getRefsCount()];
        long node = 0;
        for (int i = 0; i < nodes.length; i++) {
            node += way.getRefs(i);
            nodes[i] = node;
        }
        return nodes;
    }

    List<WalkableWay> ways() {
        return ways;
    }

    /** All nodes of the ways, each once, ascending. */
    long[] nodes() {
        return ways.stream()
                .flatMapToLong(way -> Arrays.stream(way.nodes()))
                .sorted()
                .distinct()
                .toArray();
    }
}
