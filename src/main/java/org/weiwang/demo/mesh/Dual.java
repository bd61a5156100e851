package org.weiwang.demo.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Triangle;
import org.locationtech.jts.shape.fractal.HilbertCode;
import org.locationtech.jts.triangulate.IncrementalDelaunayTriangulator;
import org.locationtech.jts.triangulate.quadedge.QuadEdgeSubdivision;
import org.locationtech.jts.triangulate.quadedge.Vertex;

/**
 * The Voronoi diagram of the sites as nodes and edges. Edges shorter than a least length are
 * contracted, so that no two nodes of a cell nearly coincide.
 *
 * @param nodes in metres, on whole millimetres
 * @param edges per edge: from node, to node, the site on the left, the site on the right
 */
record Dual(Coordinate[] nodes, List<int[]> edges) {
    private static final int HILBERT_LEVEL = 15;

    /** Without some tolerance, in metres, sites in a row are not found to lie on an edge. */
    private static final double COINCIDING = 0.001;

    static Dual of(List<Site> sites, double shortest) {
        List<Coordinate> centres = new ArrayList<>();
        List<int[]> edges = new ArrayList<>();
        Map<Long, Integer> open = new HashMap<>();
        for (int[] triangle : triangles(sites)) {
            int node = centres.size();
            centres.add(
                    Triangle.circumcentre(
                            coordinate(sites.get(triangle[0])),
                            coordinate(sites.get(triangle[1])),
                            coordinate(sites.get(triangle[2]))));
            for (int i = 0; i < 3; i++) {
                int a = triangle[i];
                int b = triangle[(i + 1) % 3];
                Integer other = open.remove(key(b, a, sites.size()));
                if (other == null) {
                    open.put(key(a, b, sites.size()), node);
                } else {
                    edges.add(new int[] {node, other, b, a});
                }
            }
        }
        return contract(centres.toArray(Coordinate[]::new), edges, shortest);
    }

    /** Not one number in each half: neighbours' numbers are alike, and so would be the hashes. */
    private static long key(int from, int to, int sites) {
        return (long) from * sites + to;
    }

    private static Coordinate coordinate(Site site) {
        return new Coordinate(site.x(), site.y());
    }

    /** Triples of site numbers, counter-clockwise. */
    private static List<int[]> triangles(List<Site> sites) {
        Envelope extent = new Envelope();
        Map<Coordinate, Integer> numbers = new HashMap<>();
        for (int i = 0; i < sites.size(); i++) {
            Coordinate place = coordinate(sites.get(i));
            extent.expandToInclude(place);
            numbers.put(place, i);
        }
        QuadEdgeSubdivision subdivision = new QuadEdgeSubdivision(extent, COINCIDING);
        IncrementalDelaunayTriangulator triangulator =
                new IncrementalDelaunayTriangulator(subdivision);
        for (Visit visit : alongHilbertCurve(numbers.keySet(), extent)) {
            triangulator.insertSite(new Vertex(visit.place));
        }
        List<int[]> triangles = new ArrayList<>();
        for (Object found : subdivision.getTriangleVertices(false)) {
            Vertex[] corners = (Vertex[]) found;
            int[] triangle = new int[3];
            for (int i = 0; i < 3; i++) {
                triangle[i] = numbers.get(corners[i].getCoordinate());
            }
            if (!corners[0].isCCW(corners[1], corners[2])) {
                int swap = triangle[1];
                triangle[1] = triangle[2];
                triangle[2] = swap;
            }
            triangles.add(triangle);
        }
        return triangles;
    }

    private record Visit(int turn, Coordinate place) {}

    /** Neighbours come one after the other, which keeps locating each next site short. */
    private static List<Visit> alongHilbertCurve(Iterable<Coordinate> places, Envelope extent) {
        double scale = ((1 << HILBERT_LEVEL) - 1) / Math.max(extent.getWidth(), extent.getHeight());
        List<Visit> visits = new ArrayList<>();
        for (Coordinate place : places) {
            int x = (int) ((place.x - extent.getMinX()) * scale);
            int y = (int) ((place.y - extent.getMinY()) * scale);
            visits.add(new Visit(HilbertCode.encode(HILBERT_LEVEL, x, y), place));
        }
        visits.sort(Comparator.comparingInt(Visit::turn).thenComparing(Visit::place));
        return visits;
    }

    private static Dual contract(Coordinate[] nodes, List<int[]> edges, double shortest) {
        boolean changed = true;
        while (changed) {
            int[] into = new int[nodes.length];
            Arrays.setAll(into, i -> i);
            changed = false;
            for (int[] edge : edges) {
                int from = root(into, edge[0]);
                int to = root(into, edge[1]);
                if (from != to && nodes[edge[0]].distance(nodes[edge[1]]) < shortest) {
                    into[Math.max(from, to)] = Math.min(from, to);
                    changed = true;
                }
            }
            merge(nodes, edges, into);
        }
        return new Dual(nodes, edges);
    }

    /** Puts merged nodes in their middle and drops the edges between them. */
    private static void merge(Coordinate[] nodes, List<int[]> edges, int[] into) {
        double[] x = new double[nodes.length];
        double[] y = new double[nodes.length];
        int[] count = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            int root = root(into, i);
            x[root] += nodes[i].x;
            y[root] += nodes[i].y;
            count[root]++;
        }
        for (int i = 0; i < nodes.length; i++) {
            if (count[i] > 0) {
                nodes[i] = Millimetre.round(x[i] / count[i], y[i] / count[i]);
            }
        }
        for (int[] edge : edges) {
            edge[0] = root(into, edge[0]);
            edge[1] = root(into, edge[1]);
        }
        edges.removeIf(edge -> edge[0] == edge[1]);
    }

    private static int root(int[] into, int node) {
        int root = node;
        while (into[root] != root) {
            into[root] = into[into[root]];
            root = into[root];
        }
        return root;
    }
}
