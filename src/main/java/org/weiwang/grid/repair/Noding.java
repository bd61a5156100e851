package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.Wgs84;

/** Gives outlines the vertices of those that they touch, and takes away what is not needed. */
final class Noding {
    /** Rounding moves a position by 0.7 steps at most. */
    private static final double NEAR = 1 / Lattice.PRECISION.getScale();

    private Noding() {}

    /** Whether a position may be taken to lie on the edge between two others. */
    static boolean isOn(Coordinate position, Coordinate start, Coordinate end) {
        return Distance.pointToSegment(position, start, end) <= NEAR;
    }

    /** Takes a vertex with those before and after it. */
    interface CornerTaker {
        void take(Coordinate before, Coordinate vertex, Coordinate after);
    }

    static void eachCorner(Geometry outline, CornerTaker taker) {
        outline.apply(
                (GeometryComponentFilter)
                        part -> {
                            if (part instanceof LinearRing ring) {
                                eachCorner(ring.getCoordinates(), taker);
                            }
                        });
    }

    private static void eachCorner(Coordinate[] ring, CornerTaker taker) {
        int count = ring.length - 1;
        for (int i = 0; i < count; i++) {
            taker.take(ring[(i + count - 1) % count], ring[i], ring[i + 1]);
        }
    }

    /** The outline with those of the positions that lie on its edges; itself where none does. */
    static <G extends Geometry> G insert(G outline, Collection<Coordinate> positions) {
        KdTree tree = new KdTree();
        Envelope box = new Envelope();
        for (Coordinate position : positions) {
            tree.insert(position);
            box.expandToInclude(position);
        }
        box.expandBy(NEAR);
        return edit(outline, ring -> inserted(ring, tree, box));
    }

    private static Coordinate[] inserted(Coordinate[] ring, KdTree tree, Envelope box) {
        List<Coordinate> all = new ArrayList<>(ring.length + 4);
        for (int i = 0; i < ring.length - 1; i++) {
            all.add(ring[i]);
            if (box.intersects(ring[i], ring[i + 1])) {
                all.addAll(between(ring[i], ring[i + 1], tree));
            }
        }
        all.add(ring[ring.length - 1]);
        return all.size() == ring.length ? ring : all.toArray(Coordinate[]::new);
    }

    private static List<Coordinate> between(Coordinate start, Coordinate end, KdTree tree) {
        Envelope box = new Envelope(start, end);
        box.expandBy(NEAR);
        List<Coordinate> found = new ArrayList<>();
        for (Object node : tree.query(box)) {
            Coordinate position = ((KdNode) node).getCoordinate();
            if (!position.equals2D(start)
                    && !position.equals2D(end)
                    && isOn(position, start, end)) {
                found.add(position);
            }
        }
        found.sort(Comparator.comparingDouble(start::distance));
        return found;
    }

    /** The outline without these vertices; itself where it has none of them. */
    static <G extends Geometry> G remove(G outline, Set<Coordinate> positions) {
        return edit(outline, ring -> removed(ring, positions));
    }

    private static Coordinate[] removed(Coordinate[] ring, Set<Coordinate> positions) {
        List<Coordinate> left = new ArrayList<>(ring.length);
        for (int i = 0; i < ring.length - 1; i++) {
            if (!positions.contains(ring[i])) {
                left.add(ring[i]);
            }
        }
        if (left.size() == ring.length - 1 || left.size() < 3) {
            return ring;
        }
        left.add(left.get(0));
        return left.toArray(Coordinate[]::new);
    }

    @SuppressWarnings("unchecked")
    private static <G extends Geometry> G edit(G outline, UnaryOperator<Coordinate[]> change) {
        boolean[] isChanged = {false};
        Geometry edited =
                new GeometryEditor(Wgs84.FACTORY)
                        .edit(
                                outline,
                                new GeometryEditor.CoordinateOperation() {
                                    @Override
                                    public Coordinate[] edit(Coordinate[] from, Geometry part) {
                                        if (!(part instanceof LinearRing)) {
                                            return from;
                                        }
                                        Coordinate[] to = change.apply(from);
                                        isChanged[0] |= to != from;
                                        return to;
                                    }
                                });
        return isChanged[0] ? (G) edited : outline;
    }
}
