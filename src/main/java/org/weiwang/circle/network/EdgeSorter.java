package org.weiwang.circle.network;

import java.util.Arrays;
import java.util.BitSet;
import org.locationtech.jts.shape.fractal.HilbertCode;

/** Numbers the nodes and lays the edges out in their order, each once. */
final class EdgeSorter {
    /** The curve's cells are a 32,768th of the network's extent, some metres for a city. */
    private static final int LEVEL = 15;

    private static final int NONE = -1;

    private final long[] ends;
    private final int[] range;
    private final int[] points;
    private final BitSet steps;
    private final byte[] origins;
    private final int[] from;
    private final int[] to;
    private int[] nodes;
    private int duplicates;

    /**
     * @param ends of each edge, from and to, as the caller numbers nodes
     * @param range of each edge, where its points begin and end
     * @param points longitude and latitude of each, in steps
     * @param origins of each edge an {@link Origin}
     */
    EdgeSorter(long[] ends, int[] range, int[] points, BitSet steps, byte[] origins) {
        this.ends = ends;
        this.range = range;
        this.points = points;
        this.steps = steps;
        this.origins = origins;
        this.from = new int[ends.length / 2];
        this.to = new int[ends.length / 2];
    }

    WalkNetwork network() {
        numberNodes();
        int[] order = distinct(sorted());
        int[] newFrom = new int[order.length];
        int[] newTo = new int[order.length];
        int[] lengths = new int[order.length];
        boolean[] isSteps = new boolean[order.length];
        byte[] newOrigins = new byte[order.length];
        int[] firstPoint = new int[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            int edge = order[i];
            newFrom[i] = from[edge];
            newTo[i] = to[edge];
            lengths[i] = length(edge);
            isSteps[i] = steps.get(edge);
            newOrigins[i] = origins[edge];
            firstPoint[i + 1] = firstPoint[i] + range[2 * edge + 1] - range[2 * edge];
        }
        int[] newPoints = new int[2 * firstPoint[order.length]];
        for (int i = 0; i < order.length; i++) {
            int start = range[2 * order[i]];
            int size = range[2 * order[i] + 1] - start;
            System.arraycopy(points, 2 * start, newPoints, 2 * firstPoint[i], 2 * size);
        }
        return new WalkNetwork(
                nodes, newFrom, newTo, lengths, isSteps, newOrigins, firstPoint, newPoints);
    }

    /** How many edges were there already. */
    int duplicates() {
        return duplicates;
    }

    private void numberNodes() {
        long[] given = Arrays.stream(ends).sorted().distinct().toArray();
        int count = given.length;
        int[] places = new int[2 * count];
        for (int edge = 0; edge < from.length; edge++) {
            from[edge] = Arrays.binarySearch(given, ends[2 * edge]);
            to[edge] = Arrays.binarySearch(given, ends[2 * edge + 1]);
            System.arraycopy(points, 2 * range[2 * edge], places, 2 * from[edge], 2);
            System.arraycopy(points, 2 * range[2 * edge + 1] - 2, places, 2 * to[edge], 2);
        }
        long[] order = alongCurve(places);
        int[] number = new int[count];
        nodes = new int[2 * count];
        for (int i = 0; i < count; i++) {
            int node = (int) order[i];
            number[node] = i;
            nodes[2 * i] = places[2 * node];
            nodes[2 * i + 1] = places[2 * node + 1];
        }
        for (int edge = 0; edge < from.length; edge++) {
            from[edge] = number[from[edge]];
            to[edge] = number[to[edge]];
        }
    }

    /** The places in the order of their cells on the curve, which stand in the upper halves. */
    static long[] alongCurve(int[] places) {
        long west = Integer.MAX_VALUE;
        long south = Integer.MAX_VALUE;
        long east = Integer.MIN_VALUE;
        long north = Integer.MIN_VALUE;
        for (int i = 0; i < places.length; i += 2) {
            west = Math.min(west, places[i]);
            east = Math.max(east, places[i]);
            south = Math.min(south, places[i + 1]);
            north = Math.max(north, places[i + 1]);
        }
        long cell = (Math.max(east - west, north - south) >> LEVEL) + 1;
        long[] order = new long[places.length / 2];
        for (int i = 0; i < order.length; i++) {
            int x = (int) ((places[2 * i] - west) / cell);
            int y = (int) ((places[2 * i + 1] - south) / cell);
            order[i] = (long) HilbertCode.encode(LEVEL, x, y) << 32 | i;
        }
        Arrays.sort(order);
        return order;
    }

    /** The edges in the order of their lower node, which stands in the upper halves. */
    private long[] sorted() {
        long[] order = new long[from.length];
        for (int edge = 0; edge < order.length; edge++) {
            order[edge] = (long) Math.min(from[edge], to[edge]) << 32 | edge;
        }
        Arrays.sort(order);
        return order;
    }

    /** The first of those that are alike, found by a table of their hashes. */
    private int[] distinct(long[] order) {
        int[] kept = new int[order.length];
        int size = 0;
        int[] table = new int[4 * Integer.highestOneBit(order.length + 1)];
        Arrays.fill(table, NONE);
        for (long entry : order) {
            int edge = (int) entry;
            int slot = hash(edge) & table.length - 1;
            while (table[slot] != NONE && !isSame(table[slot], edge)) {
                slot = slot + 1 & table.length - 1;
            }
            int same = table[slot];
            if (same == NONE) {
                table[slot] = edge;
                kept[size++] = edge;
            } else {
                duplicates++;
                steps.set(same, steps.get(same) && steps.get(edge));
                int drawn = range[2 * edge + 1] - range[2 * edge];
                boolean isAlong = from[same] == from[edge] && isAlong(same, edge, drawn);
                byte origin = isAlong ? origins[edge] : Origin.reversed(origins[edge]);
                origins[same] = Origin.merged(origins[same], origin);
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** The same in both directions. */
    private int hash(int edge) {
        int hash = from[edge] + to[edge];
        for (int p = 2 * range[2 * edge]; p < 2 * range[2 * edge + 1]; p += 2) {
            int point = (points[p] * 0x9E3779B1 ^ points[p + 1]) * 0x85EBCA6B;
            hash += point ^ point >>> 15;
        }
        return hash ^ hash >>> 16;
    }

    /** Whether two edges join the same nodes along the same points, in whichever direction. */
    private boolean isSame(int one, int other) {
        int size = range[2 * one + 1] - range[2 * one];
        if (size != range[2 * other + 1] - range[2 * other]) {
            return false;
        }
        return from[one] == from[other] && to[one] == to[other] && isAlong(one, other, size)
                || from[one] == to[other] && to[one] == from[other] && isAgainst(one, other, size);
    }

    private boolean isAlong(int one, int other, int size) {
        int a = 2 * range[2 * one];
        int b = 2 * range[2 * other];
        return Arrays.equals(points, a, a + 2 * size, points, b, b + 2 * size);
    }

    private boolean isAgainst(int one, int other, int size) {
        int a = 2 * range[2 * one];
        int b = 2 * range[2 * other + 1] - 2;
        for (int i = 0; i < 2 * size; i += 2) {
            if (points[a + i] != points[b - i] || points[a + i + 1] != points[b - i + 1]) {
                return false;
            }
        }
        return true;
    }

    private int length(int edge) {
        double metres = 0;
        for (int p = 2 * range[2 * edge]; p < 2 * range[2 * edge + 1] - 2; p += 2) {
            metres += Steps.metres(points[p], points[p + 1], points[p + 2], points[p + 3]);
        }
        double millimetres = Math.rint(metres * 1000);
        if (millimetres > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a way of %.0f km, from %s %s, is too long"
                            .formatted(
                                    metres / 1000,
                                    Steps.degrees(points[2 * range[2 * edge]]),
                                    Steps.degrees(points[2 * range[2 * edge] + 1])));
        }
        return (int) millimetres;
    }
}
