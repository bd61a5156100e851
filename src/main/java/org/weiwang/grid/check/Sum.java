package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Grounds together, or the parts of a ground less that ground, by the edges that they share.
 *
 * @param edges around what the sum is
 * @param fillers the edges of each ground that may be a part, too, where there is room for it
 */
record Sum(Edges edges, List<List<Edge>> fillers) {
    /**
     * The first makes vertices where lines cross; other lines beside these get them by the next.
     */
    private static final int NODINGS = 2;

    /**
     * Degrees, two centimetres: nothing is farther than that from what it was before it was noded.
     * Two boundaries that go so far towards each other leave nothing that counts.
     */
    static final double NEAR = 2 * NODINGS * Noding.NEAR;

    static Sum of(List<MultiPolygon> grounds) {
        Edges edges = new Edges();
        grounds.forEach(ground -> Edge.around(ground).forEach(edges::add));
        return new Sum(edges, List.of());
    }

    static Sum of(MultiPolygon whole, List<MultiPolygon> parts, List<MultiPolygon> fillers) {
        Edges edges = of(parts).edges;
        Edge.around(whole).forEach(edges::subtract);
        return filled(edges, fillers.stream().map(Edge::around).toList());
    }

    /** The same where edges that run along each other have the same vertices. */
    Sum noded() {
        Sum sum = this;
        for (int i = 0; i < NODINGS && !sum.isNothing() && !sum.edges.isAnyTwice(); i++) {
            sum = sum.nodedOnce();
        }
        return sum;
    }

    private Sum nodedOnce() {
        List<Coordinate[]> lines = new ArrayList<>();
        List<Edge> left = edges.left();
        left.forEach(edge -> lines.add(edge.line()));
        fillers.forEach(filler -> filler.forEach(edge -> lines.add(edge.line())));
        Iterator<Coordinate[]> noded = Noding.of(lines).iterator();
        Edges around = new Edges();
        next(noded, left.size()).forEach(around::add);
        return filled(around, fillers.stream().map(filler -> next(noded, filler.size())).toList());
    }

    private static List<Edge> next(Iterator<Coordinate[]> lines, int count) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            edges.addAll(Edge.along(lines.next()));
        }
        return edges;
    }

    /** Whether no place is in it: of parts less a ground, that each of its places is in one. */
    boolean isNothing() {
        return edges.areNone();
    }

    private static Sum filled(Edges edges, List<List<Edge>> fillers) {
        return new Sum(
                edges, fillers.stream().filter(filler -> !edges.addIfAllCancel(filler)).toList());
    }
}
