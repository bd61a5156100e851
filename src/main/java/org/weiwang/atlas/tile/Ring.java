package org.weiwang.atlas.tile;

import java.util.Arrays;

/**
 * Rings as arrays of x and y in turn, the first position not repeated at the end. Rows count from
 * the north, so that an area is positive where the ring runs clockwise on a map.
 */
final class Ring {
    private static final int X = 0;
    private static final int Y = 1;

    private Ring() {}

    /** Twice the area. */
    static long doubledArea(int[] ring) {
        long sum = 0;
        int before = ring.length - 2;
        for (int at = 0; at < ring.length; before = at, at += 2) {
            sum += (long) ring[before] * ring[at + 1] - (long) ring[at] * ring[before + 1];
        }
        return sum;
    }

    /** The steps that it takes along rows and columns. */
    static long length(int[] ring) {
        long sum = 0;
        int before = ring.length - 2;
        for (int at = 0; at < ring.length; before = at, at += 2) {
            sum += Math.abs(ring[at] - ring[before]) + Math.abs(ring[at + 1] - ring[before + 1]);
        }
        return sum;
    }

    /**
     * The part of a ring that lies in the box, by Sutherland and Hodgman: where there are several,
     * they hang together along the box's edge. Neighbours along an edge are cut at the same place.
     */
    static int[] cut(int[] ring, Box box) {
        int[] cut = half(ring, X, box.minX(), true);
        cut = half(cut, X, box.maxX(), false);
        cut = half(cut, Y, box.minY(), true);
        return half(cut, Y, box.maxY(), false);
    }

    /** The part of a ring on one side of a line. */
    private static int[] half(int[] ring, int axis, int limit, boolean above) {
        int[] kept = new int[2 * ring.length];
        int size = 0;
        int before = ring.length - 2;
        for (int at = 0; at < ring.length; before = at, at += 2) {
            boolean in = isIn(ring[at + axis], limit, above);
            if (in != isIn(ring[before + axis], limit, above)) {
                kept[size + axis] = limit;
                kept[size + 1 - axis] = crossing(ring, before, at, axis, limit);
                size += 2;
            }
            if (in) {
                kept[size++] = ring[at];
                kept[size++] = ring[at + 1];
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static boolean isIn(int position, int limit, boolean above) {
        return above ? position >= limit : position <= limit;
    }

    /** Where an edge crosses a line, along that line: the same, whichever way the edge runs. */
    private static int crossing(int[] ring, int from, int to, int axis, int limit) {
        if (ring[from + axis] > ring[to + axis]) {
            return crossing(ring, to, from, axis, limit);
        }
        double start = ring[from + axis];
        double fraction = (limit - start) / (ring[to + axis] - start);
        int other = 1 - axis;
        return Plane.step(ring[from + other] + fraction * (ring[to + other] - ring[from + other]));
    }
}
