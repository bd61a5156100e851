package org.weiwang.circle.network;

import org.weiwang.geo.LonLat;

/**
 * Ways to walk, in both directions, between nodes where they meet. Nodes are numbered from 0 along
 * a Hilbert curve, so that neighbours in the field are mostly neighbours in memory; edges from 0 in
 * the order of their lower node. There may be several edges between two nodes, and edges that come
 * back to the node they left. Positions are whole ten-millionths of a degree in WGS 84. Immutable
 * and thread-safe. Numbers that are out of range are {@link ArrayIndexOutOfBoundsException}s.
 */
public final class WalkNetwork {
    /** Longitude and latitude of each node, in {@link Steps}. */
    final int[] nodes;

    final int[] from;
    final int[] to;
    final int[] lengths;
    final boolean[] steps;

    /** Of each edge an {@link Origin}. */
    final byte[] origins;

    /** Where each edge's points begin in {@link #points}, and where the last one's end. */
    final int[] firstPoint;

    /** Longitude and latitude, in {@link Steps}, of each edge's points from end to end. */
    final int[] points;

    private final int[] firstArc;
    private final int[] arcs;

    WalkNetwork(
            int[] nodes,
            int[] from,
            int[] to,
            int[] lengths,
            boolean[] steps,
            byte[] origins,
            int[] firstPoint,
            int[] points) {
        this.nodes = nodes;
        this.from = from;
        this.to = to;
        this.lengths = lengths;
        this.steps = steps;
        this.origins = origins;
        this.firstPoint = firstPoint;
        this.points = points;
        this.firstArc = new int[nodes.length / 2 + 1];
        this.arcs = new int[2 * from.length];
        layArcs();
    }

    private void layArcs() {
        for (int edge = 0; edge < from.length; edge++) {
            firstArc[from[edge] + 1]++;
            firstArc[to[edge] + 1]++;
        }
        for (int node = 1; node < firstArc.length; node++) {
            firstArc[node] += firstArc[node - 1];
        }
        int[] next = firstArc.clone();
        for (int edge = 0; edge < from.length; edge++) {
            arcs[next[from[edge]]++] = edge;
            arcs[next[to[edge]]++] = edge;
        }
    }

    public int nodeCount() {
        return nodes.length / 2;
    }

    public int edgeCount() {
        return from.length;
    }

    public LonLat node(int node) {
        return new LonLat(Steps.degrees(nodes[2 * node]), Steps.degrees(nodes[2 * node + 1]));
    }

    /** The node that the edge's points begin with. */
    public int from(int edge) {
        return from[edge];
    }

    /** The node that the edge's points end with. */
    public int to(int edge) {
        return to[edge];
    }

    /** The other end, of an edge at the node; the same node where the edge comes back to it. */
    public int other(int edge, int node) {
        return from[edge] == node ? to[edge] : from[edge];
    }

    /** Millimetres on the ellipsoid, along all points. */
    public int length(int edge) {
        return lengths[edge];
    }

    /** Whether the edge is a flight of steps. */
    public boolean isSteps(int edge) {
        return steps[edge];
    }

    /** Whether the edge is on a bridge or in a tunnel, so that others may pass unjoined. */
    public boolean isAloft(int edge) {
        return level(edge) != 0;
    }

    /** 0 on the ground, 1 and up on bridges, below 0 in tunnels, or {@link Origin#NO_LEVEL}. */
    int level(int edge) {
        return Origin.level(origins[edge]);
    }

    /**
     * Whether a line ends where the edge does, rather than was cut.
     *
     * @param end 0 for the edge's first point, 1 for its last
     */
    boolean isLineEnd(int edge, int end) {
        return Origin.isLineEnd(origins[edge], end);
    }

    /** Of how many points the edge is drawn: two or more. */
    public int pointCount(int edge) {
        return firstPoint[edge + 1] - firstPoint[edge];
    }

    /** A point of the edge, counted from 0 at {@link #from}. */
    public LonLat point(int edge, int number) {
        int at = 2 * (firstPoint[edge] + number);
        return new LonLat(Steps.degrees(points[at]), Steps.degrees(points[at + 1]));
    }

    /** How many ends of edges meet at the node; an edge that comes back to it counts twice. */
    public int degree(int node) {
        return firstArc[node + 1] - firstArc[node];
    }

    /** An edge at the node, counted from 0 in the order of edges. */
    public int edgeAt(int node, int number) {
        return arcs[firstArc[node] + number];
    }

    /** The memory that the network takes. */
    public long bytes() {
        return 4L * (nodes.length + 3L * from.length + firstPoint.length + points.length)
                + 4L * (firstArc.length + (long) arcs.length)
                + steps.length
                + origins.length;
    }
}
