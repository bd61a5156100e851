package org.weiwang.circle.network;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Makes a network from edges whose ends are known: nodes go by any number that the caller gives
 * them. Edges of no length that lead nowhere and edges that are there already are left out and
 * counted; of two that are drawn alike, a way without steps stands for both, and one on the ground.
 * Used once, by one thread.
 */
public final class NetworkAssembly {
    private final LongStream.Builder ends = LongStream.builder();
    private final IntStream.Builder points = IntStream.builder();
    private final IntStream.Builder firstPoint = IntStream.builder();
    private final BitSet steps = new BitSet();
    private final ByteArrayOutputStream origins = new ByteArrayOutputStream();
    private int count;
    private int pointCount;
    private int zeroLength;

    /**
     * Adds an edge on the ground.
     *
     * @param from the number of the first point's node
     * @param to the number of the last point's node
     * @param path longitude and latitude of each point, in turns, in ten-millionths of a degree
     */
    public void add(long from, long to, int[] path, boolean isSteps) {
        add(from, to, path, isSteps, Origin.GROUND);
    }

    /**
     * @param origin an {@link Origin}
     */
    void add(long from, long to, int[] path, boolean isSteps, byte origin) {
        int first = pointCount;
        for (int i = 0; i < path.length; i += 2) {
            if (i == 0 || path[i] != path[i - 2] || path[i + 1] != path[i - 1]) {
                points.add(path[i]).add(path[i + 1]);
                pointCount++;
            }
        }
        if (pointCount - first < 2) {
            if (from == to) {
                zeroLength++;
                // The lone point stays in the buffer and belongs to no edge.
                return;
            }
            points.add(path[0]).add(path[1]);
            pointCount++;
        }
        firstPoint.add(first).add(pointCount);
        ends.add(from).add(to);
        steps.set(count++, isSteps);
        origins.write(origin);
    }

    /**
     * @param lines that the caller made the edges from
     * @param joined as in {@link BuiltNetwork}
     * @param alreadyZeroLength what the caller left out itself
     * @throws IllegalArgumentException when an edge is longer than 2,147 km
     */
    public BuiltNetwork build(int lines, int joined, int alreadyZeroLength) {
        EdgeSorter edges =
                new EdgeSorter(
                        ends.build().toArray(),
                        firstPoint.build().toArray(),
                        points.build().toArray(),
                        steps,
                        origins.toByteArray());
        WalkNetwork network = edges.network();
        return new BuiltNetwork(
                network,
                lines,
                joined,
                0,
                alreadyZeroLength + zeroLength,
                edges.duplicates(),
                Island.of(network));
    }
}
