package org.weiwang.circle.osm;

import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import java.util.Arrays;
import java.util.BitSet;

/** The positions of the nodes that ways name. One that is not on the earth counts as missing. */
final class OsmNodes implements OsmBlocks.Taker {
    /** The file counts in billionths of a degree, a network in ten-millionths. */
    private static final double UNITS = 100;

    private static final double HALF_TURN = 180e7;

    private final long[] numbers;
    private final int[] positions;
    private final BitSet found = new BitSet();

    /**
     * @param numbers of the nodes wanted, ascending
     */
    OsmNodes(long[] numbers) {
        this.numbers = numbers;
        this.positions = new int[2 * numbers.length];
    }

    @Override
    public void take(PrimitiveBlock block) throws OsmBlockException {
        for (PrimitiveGroup group : block.getPrimitivegroupList()) {
            for (Node node : group.getNodesList()) {
                put(node.getId(), node.getLon(), node.getLat(), block);
            }
            DenseNodes dense = group.getDense();
            if (dense.getLonCount() != dense.getIdCount()
                    || dense.getLatCount() != dense.getIdCount()) {
                throw new OsmBlockException("has nodes without a longitude or latitude");
            }
            long id = 0;
            long lon = 0;
            long lat = 0;
            for (int i = 0; i < dense.getIdCount(); i++) {
                id += dense.getId(i);
                lon += dense.getLon(i);
                lat += dense.getLat(i);
                put(id, lon, lat, block);
            }
        }
    }

    private void put(long number, long lon, long lat, PrimitiveBlock block) {
        int at = at(number);
        long grain = block.getGranularity();
        double x = Math.rint((block.getLonOffset() + grain * lon) / UNITS);
        double y = Math.rint((block.getLatOffset() + grain * lat) / UNITS);
        if (at >= 0 && Math.abs(x) <= HALF_TURN && Math.abs(y) <= HALF_TURN / 2) {
            positions[2 * at] = (int) x;
            positions[2 * at + 1] = (int) y;
            found.set(at);
        }
    }

    /** Where a node stands among those wanted. */
    int at(long number) {
        return Arrays.binarySearch(numbers, number);
    }

    /** Whether the file has the node. */
    boolean has(int at) {
        return found.get(at);
    }

    /** In ten-millionths of a degree. */
    int lon(int at) {
        return positions[2 * at];
    }

    /** In ten-millionths of a degree. */
    int lat(int at) {
        return positions[2 * at + 1];
    }
}
