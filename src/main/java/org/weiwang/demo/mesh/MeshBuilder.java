package org.weiwang.demo.mesh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Makes the mesh of those cells that lie wholly within an outline. */
public final class MeshBuilder {
    /** Edges shorter than this, in metres, are contracted to a node. */
    private static final double SHORTEST_EDGE = 5;

    /** Bent edges get a vertex about every so many metres. */
    private static final double FINEST_SEGMENT = 16;

    private final List<Site> sites;
    private final Dual dual;
    private final Coordinate[][] lines;
    private final int[][] rings;

    private MeshBuilder(List<Site> sites, SplittableRandom random) {
        this.sites = sites;
        this.dual = Dual.of(sites, SHORTEST_EDGE);
        this.lines = lines(random);
        this.rings = rings();
    }

    /** The cells of the sites within the outline; of several connected parts, the largest one. */
    public static Mesh build(List<Site> sites, Geometry outline, SplittableRandom random) {
        MeshBuilder builder = new MeshBuilder(sites, random);
        return builder.compact(builder.largestPart(builder.within(outline)));
    }

    private Coordinate[][] lines(SplittableRandom random) {
        Coordinate[][] bent = new Coordinate[dual.edges().size()][];
        for (int i = 0; i < bent.length; i++) {
            int[] edge = dual.edges().get(i);
            Coordinate from = dual.nodes()[edge[0]];
            Coordinate to = dual.nodes()[edge[1]];
            Site left = sites.get(edge[2]);
            Site right = sites.get(edge[3]);
            bent[i] =
                    left.inTown() && right.inTown()
                            ? new Coordinate[] {from, to}
                            : Wiggle.bend(from, to, left, right, FINEST_SEGMENT, random);
        }
        return bent;
    }

    /** Per cell its edges counter-clockwise, or null where the cell is unbounded. */
    private int[][] rings() {
        List<List<Integer>> sides = new ArrayList<>();
        sites.forEach(site -> sides.add(new ArrayList<>()));
        for (int i = 0; i < dual.edges().size(); i++) {
            sides.get(dual.edges().get(i)[2]).add(i);
            sides.get(dual.edges().get(i)[3]).add(~i);
        }
        int[][] closed = new int[sites.size()][];
        Arrays.setAll(closed, cell -> ring(sides.get(cell)));
        return closed;
    }

    private int[] ring(List<Integer> sides) {
        int[] ring = new int[sides.size()];
        for (int i = 0; i < ring.length; i++) {
            int at = i == 0 ? 0 : indexOfStart(sides, end(ring[i - 1]));
            if (at < 0) {
                return null;
            }
            ring[i] = sides.remove(at);
        }
        return ring.length >= 3 && end(ring[ring.length - 1]) == start(ring[0]) ? ring : null;
    }

    private int indexOfStart(List<Integer> sides, int node) {
        for (int i = 0; i < sides.size(); i++) {
            if (start(sides.get(i)) == node) {
                return i;
            }
        }
        return -1;
    }

    private int start(int signed) {
        return signed >= 0 ? dual.edges().get(signed)[0] : dual.edges().get(~signed)[1];
    }

    private int end(int signed) {
        return signed >= 0 ? dual.edges().get(signed)[1] : dual.edges().get(~signed)[0];
    }

    private boolean[] within(Geometry outline) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(outline);
        boolean[] within = new boolean[rings.length];
        for (int cell = 0; cell < rings.length; cell++) {
            within[cell] = rings[cell] != null && prepared.covers(Mesh.polygon(rings[cell], lines));
        }
        return within;
    }

    private boolean[] largestPart(boolean[] within) {
        int[] part = new int[within.length];
        int parts = 0;
        int largest = 0;
        int largestSize = 0;
        for (int cell = 0; cell < within.length; cell++) {
            if (within[cell] && part[cell] == 0) {
                int size = flood(cell, ++parts, within, part);
                if (size > largestSize) {
                    largest = parts;
                    largestSize = size;
                }
            }
        }
        boolean[] kept = new boolean[within.length];
        for (int cell = 0; cell < kept.length; cell++) {
            kept[cell] = within[cell] && part[cell] == largest;
        }
        return kept;
    }

    private int flood(int first, int number, boolean[] within, int[] part) {
        Deque<Integer> queue = new ArrayDeque<>(List.of(first));
        part[first] = number;
        int size = 0;
        while (!queue.isEmpty()) {
            int cell = queue.remove();
            size++;
            for (int signed : rings[cell]) {
                int[] edge = dual.edges().get(signed >= 0 ? signed : ~signed);
                int next = edge[2] == cell ? edge[3] : edge[2];
                if (within[next] && part[next] == 0) {
                    part[next] = number;
                    queue.add(next);
                }
            }
        }
        return size;
    }

    private Mesh compact(boolean[] kept) {
        int[] cells = new int[kept.length];
        List<Site> keptSites = new ArrayList<>();
        for (int cell = 0; cell < kept.length; cell++) {
            cells[cell] = kept[cell] ? keptSites.size() : Mesh.OUTSIDE;
            if (kept[cell]) {
                keptSites.add(sites.get(cell));
            }
        }
        int[] edgeNumbers = new int[lines.length];
        int[] nodeNumbers = new int[dual.nodes().length];
        Arrays.fill(nodeNumbers, -1);
        List<int[]> keptEdges = new ArrayList<>();
        List<Coordinate[]> keptLines = new ArrayList<>();
        List<Coordinate> keptNodes = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            int[] edge = dual.edges().get(i);
            if (kept[edge[2]] || kept[edge[3]]) {
                edgeNumbers[i] = keptEdges.size();
                for (int end = 0; end < 2; end++) {
                    if (nodeNumbers[edge[end]] < 0) {
                        nodeNumbers[edge[end]] = keptNodes.size();
                        keptNodes.add(dual.nodes()[edge[end]]);
                    }
                }
                keptEdges.add(
                        new int[] {
                            nodeNumbers[edge[0]],
                            nodeNumbers[edge[1]],
                            cells[edge[2]],
                            cells[edge[3]]
                        });
                keptLines.add(lines[i]);
            }
        }
        int[][] keptRings = new int[keptSites.size()][];
        for (int cell = 0; cell < kept.length; cell++) {
            if (kept[cell]) {
                keptRings[cells[cell]] =
                        Arrays.stream(rings[cell])
                                .map(s -> s >= 0 ? edgeNumbers[s] : ~edgeNumbers[~s])
                                .toArray();
            }
        }
        return new Mesh(
                keptSites.toArray(Site[]::new),
                keptNodes.toArray(Coordinate[]::new),
                keptEdges.toArray(int[][]::new),
                keptLines.toArray(Coordinate[][]::new),
                keptRings);
    }
}
