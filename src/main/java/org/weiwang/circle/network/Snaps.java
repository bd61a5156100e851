package org.weiwang.circle.network;

/**
 * Where many points come onto the network, in packed arrays. Not to be changed by those who read
 * it; written by {@link EdgeIndex} alone.
 */
public final class Snaps {
    /** In place of an edge where there is none near enough. */
    public static final int NONE = -1;

    private static final int PARTS = 3;

    private final int[] packed;

    Snaps(int size) {
        this.packed = new int[PARTS * size];
    }

    void set(int point, int edge, int along, int off) {
        packed[PARTS * point] = edge;
        packed[PARTS * point + 1] = along;
        packed[PARTS * point + 2] = off;
    }

    /** How many points there are, those without an edge included. */
    public int size() {
        return packed.length / PARTS;
    }

    /** The edge, or {@link #NONE}. */
    public int edge(int point) {
        return packed[PARTS * point];
    }

    /** Millimetres from the edge's first point to the place; 0 where there is no edge. */
    public int along(int point) {
        return packed[PARTS * point + 1];
    }

    /** Millimetres from the point to the place, straight; 0 where there is no edge. */
    public int off(int point) {
        return packed[PARTS * point + 2];
    }

    /** How many points have no edge near enough. */
    public int missing() {
        int missing = 0;
        for (int point = 0; point < size(); point++) {
            missing += edge(point) == NONE ? 1 : 0;
        }
        return missing;
    }

    /**
     * Some of the points, numbered anew.
     *
     * @param points their numbers, in the order of the new ones
     */
    public Snaps select(int[] points) {
        Snaps chosen = new Snaps(points.length);
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(packed, PARTS * points[i], chosen.packed, PARTS * i, PARTS);
        }
        return chosen;
    }

    /** The memory that they take. */
    public long bytes() {
        return 4L * packed.length;
    }
}
