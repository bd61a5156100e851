package org.weiwang.circle.osm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.weiwang.circle.network.BuiltNetwork;
import org.weiwang.circle.network.NetworkAssembly;
import org.weiwang.circle.osm.OsmWays.WalkableWay;

/**
 * Makes a walking network from an {@code .osm.pbf} file: the ways that {@link WalkableWays} lets
 * through, joined where they share a node and nowhere else, whatever their layer or level. Where a
 * way names nodes that the file lacks, as at the border of an extract, it is broken.
 */
public final class OsmNetwork {
    private final OsmWays ways;
    private final OsmNodes nodes;

    /** How often each node is named, 2 standing for more. */
    private final byte[] uses;

    private final NetworkAssembly assembly = new NetworkAssembly();
    private int missing;

    private OsmNetwork(OsmWays ways, OsmNodes nodes, int nodeCount) {
        this.ways = ways;
        this.nodes = nodes;
        this.uses = new byte[nodeCount];
    }

    /**
     * Reads the file twice.
     *
     * @throws OsmFileException when it is not an .osm.pbf file, is cut off, or needs what is not
     *     known here (a file with history, for example)
     * @throws IOException when it can't be read
     */
    public static BuiltNetwork read(Path file) throws IOException {
        OsmWays ways = new OsmWays();
        OsmBlocks.read(file, ways);
        long[] wanted = ways.nodes();
        OsmNodes nodes = new OsmNodes(wanted);
        OsmBlocks.read(file, nodes);
        return new OsmNetwork(ways, nodes, wanted.length).build();
    }

    private BuiltNetwork build() {
        for (WalkableWay way : ways.ways()) {
            for (long number : way.nodes()) {
                int node = nodes.at(number);
                uses[node] = (byte) Math.min(uses[node] + 1, 2);
            }
        }
        for (WalkableWay way : ways.ways()) {
            add(way);
        }
        return assembly.build(ways.ways().size(), 0, missing, 0);
    }

    /** Cuts a way at the nodes that are named again and at those that are missing. */
    private void add(WalkableWay way) {
        int[] path = new int[2 * way.nodes().length];
        int size = 0;
        int start = 0;
        for (int i = 0; i < way.nodes().length; i++) {
            int node = nodes.at(way.nodes()[i]);
            if (!nodes.has(node)) {
                missing++;
                end(way, start, i - 1, path, size);
                start = i + 1;
                size = 0;
                continue;
            }
            path[size++] = nodes.lon(node);
            path[size++] = nodes.lat(node);
            if (uses[node] > 1 && i > start) {
                end(way, start, i, path, size);
                start = i;
                path[0] = nodes.lon(node);
                path[1] = nodes.lat(node);
                size = 2;
            }
        }
        end(way, start, way.nodes().length - 1, path, size);
    }

    private void end(WalkableWay way, int from, int to, int[] path, int size) {
        if (from < to) {
            assembly.add(
                    way.nodes()[from], way.nodes()[to], Arrays.copyOf(path, size), way.isSteps());
        }
    }
}
