package org.weiwang.circle.osm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.weiwang.circle.Road;
import org.weiwang.circle.osm.OsmWays.WalkableWay;
import org.weiwang.geo.Wgs84;

/**
 * Reads the ways of an {@code .osm.pbf} file that {@link WalkableWays} lets through as roads. Each
 * is cut where it shares a node with itself or another, so that they join at their ends. Where a
 * way names nodes that the file lacks, as at the border of an extract, it is broken.
 */
public final class OsmRoads {
    private static final double STEPS_PER_DEGREE = 1e7;

    private final OsmWays ways;
    private final OsmNodes nodes;
    private final Consumer<Road> taker;

    /** How often each node is named, 2 standing for more. */
    private final byte[] uses;

    private int missing;

    private OsmRoads(OsmWays ways, OsmNodes nodes, int nodeCount, Consumer<Road> taker) {
        this.ways = ways;
        this.nodes = nodes;
        this.uses = new byte[nodeCount];
        this.taker = taker;
    }

    /**
     * @param ways that can be walked
     * @param missing positions that they name and the file lacks
     */
    public record Outcome(int ways, int missing) {}

    /**
     * Reads the file twice. The code of a road is its way's number and that of the part, as in
     * {@code 4711-2}; its kind is the tag {@code highway}.
     *
     * @throws OsmFileException when it is not an .osm.pbf file, is cut off, or needs what is not
     *     known here (a file with history, for example)
     * @throws IOException when it can't be read
     */
    public static Outcome read(Path file, Consumer<Road> taker) throws IOException {
        OsmWays ways = new OsmWays();
        OsmBlocks.read(file, ways);
        long[] wanted = ways.nodes();
        OsmNodes nodes = new OsmNodes(wanted);
        OsmBlocks.read(file, nodes);
        OsmRoads roads = new OsmRoads(ways, nodes, wanted.length, taker);
        roads.cut();
        return new Outcome(ways.ways().size(), roads.missing);
    }

    private void cut() {
        for (WalkableWay way : ways.ways()) {
            for (long number : way.nodes()) {
                int node = nodes.at(number);
                uses[node] = (byte) Math.min(uses[node] + 1, 2);
            }
        }
        for (WalkableWay way : ways.ways()) {
            cut(way);
        }
    }

    /** Cuts a way at the nodes that are named again and at those that are missing. */
    private void cut(WalkableWay way) {
        double[] path = new double[2 * way.nodes().length];
        int size = 0;
        int part = 0;
        for (long number : way.nodes()) {
            int node = nodes.at(number);
            if (!nodes.has(node)) {
                missing++;
                part += take(way, part, path, size);
                size = 0;
                continue;
            }
            path[size++] = nodes.lon(node) / STEPS_PER_DEGREE;
            path[size++] = nodes.lat(node) / STEPS_PER_DEGREE;
            if (uses[node] > 1 && size > 2) {
                part += take(way, part, path, size);
                path[0] = path[size - 2];
                path[1] = path[size - 1];
                size = 2;
            }
        }
        take(way, part, path, size);
    }

    /** Hands over a part of two points or more; tells how many parts that were. */
    private int take(WalkableWay way, int part, double[] path, int size) {
        if (size <= 2) {
            return 0;
        }
        LineString line =
                Wgs84.FACTORY.createLineString(
                        PackedCoordinateSequenceFactory.DOUBLE_FACTORY.create(
                                Arrays.copyOf(path, size), 2, 0));
        taker.accept(
                new Road(
                        way.id() + "-" + (part + 1),
                        way.name(),
                        way.kind(),
                        way.isAloft() ? 1 : 0,
                        way.isSteps(),
                        true,
                        Wgs84.FACTORY.createMultiLineString(new LineString[] {line})));
        return 1;
    }
}
