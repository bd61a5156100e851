package org.weiwang.demo.mesh;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Cells, the edges between them and the nodes where edges meet, each by number. An edge's line is
 * held once and shared by the cells on both sides. Immutable; every two cells are connected over
 * edges.
 */
public final class Mesh {
    /** Stands for the outside, where an edge has a cell on one side only. */
    public static final int OUTSIDE = -1;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Site[] sites;
    private final Coordinate[] nodes;
    private final int[][] edges;
    private final Coordinate[][] lines;
    private final int[][] rings;
    private final int[][] edgesAtNode;

    /**
     * @param edges per edge: from node, to node, left cell, right cell
     * @param rings per cell the edges around it counter-clockwise, {@code ~edge} when walked
     *     against its direction
     */
    Mesh(Site[] sites, Coordinate[] nodes, int[][] edges, Coordinate[][] lines, int[][] rings) {
        this.sites = sites;
        this.nodes = nodes;
        this.edges = edges;
        this.lines = lines;
        this.rings = rings;
        this.edgesAtNode = edgesAtNode(nodes.length, edges);
    }

    private static int[][] edgesAtNode(int nodes, int[][] edges) {
        int[] count = new int[nodes];
        for (int[] edge : edges) {
            count[edge[0]]++;
            count[edge[1]]++;
        }
        int[][] at = new int[nodes][];
        Arrays.setAll(at, node -> new int[count[node]]);
        for (int edge = edges.length - 1; edge >= 0; edge--) {
            at[edges[edge][0]][--count[edges[edge][0]]] = edge;
            at[edges[edge][1]][--count[edges[edge][1]]] = edge;
        }
        return at;
    }

    public int cellCount() {
        return sites.length;
    }

    public int nodeCount() {
        return nodes.length;
    }

    public int edgeCount() {
        return edges.length;
    }

    public Site site(int cell) {
        return sites[cell];
    }

    public Coordinate node(int node) {
        return nodes[node];
    }

    public int[] edgesAt(int node) {
        return edgesAtNode[node];
    }

    public int from(int edge) {
        return edges[edge][0];
    }

    public int to(int edge) {
        return edges[edge][1];
    }

    /** The cell on the left of the edge, or {@link #OUTSIDE}. */
    public int left(int edge) {
        return edges[edge][2];
    }

    /** The cell on the right of the edge, or {@link #OUTSIDE}. */
    public int right(int edge) {
        return edges[edge][3];
    }

    /** The edge's line between its nodes; not to be changed. */
    public Coordinate[] line(int edge) {
        return lines[edge];
    }

    public int otherEnd(int edge, int node) {
        return edges[edge][0] == node ? edges[edge][1] : edges[edge][0];
    }

    /** The straight distance between the edge's nodes. */
    public double length(int edge) {
        return nodes[edges[edge][0]].distance(nodes[edges[edge][1]]);
    }

    /** The place of the cell's site. */
    public Coordinate middle(int cell) {
        return Millimetre.round(sites[cell].x(), sites[cell].y());
    }

    public int degree(int cell) {
        return rings[cell].length;
    }

    /** The cell's i-th edge, counter-clockwise. */
    public int edge(int cell, int i) {
        int signed = rings[cell][i];
        return signed >= 0 ? signed : ~signed;
    }

    /** The cell beyond the cell's i-th edge, or {@link #OUTSIDE}. */
    public int neighbour(int cell, int i) {
        int signed = rings[cell][i];
        return signed >= 0 ? edges[signed][3] : edges[~signed][2];
    }

    /** The node where the cell's i-th edge begins, counter-clockwise. */
    public int corner(int cell, int i) {
        int signed = rings[cell][i];
        return signed >= 0 ? edges[signed][0] : edges[~signed][1];
    }

    public Polygon polygon(int cell) {
        return polygon(rings[cell], lines);
    }

    static Polygon polygon(int[] ring, Coordinate[][] lines) {
        CoordinateList shell = new CoordinateList();
        for (int signed : ring) {
            shell.add(lines[signed >= 0 ? signed : ~signed], false, signed >= 0);
        }
        shell.closeRing();
        return FACTORY.createPolygon(shell.toCoordinateArray());
    }
}
