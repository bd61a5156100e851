package org.weiwang.circle.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.weiwang.geo.Ellipsoid;
import org.weiwang.geo.LonLat;

/**
 * Finds the place of the network nearest to a point: on its edges, not only at its nodes. Distances
 * are straight, in the plane that touches the ellipsoid at the point: right to a ten-thousandth at
 * 1 km and 60° of latitude. Of several edges as near the one with the smallest number is taken. An
 * edge without length is never taken. Immutable and thread-safe.
 */
public final class EdgeIndex {
    /** Room for rounding, so that what is exactly as near is seen. */
    private static final double SLACK = 1 + 1e-9;

    private final WalkNetwork network;
    private final SegmentRows rows;
    private final IntPredicate edges;

    /**
     * @param edges which of the edges points come onto: those that the walker may use
     */
    public EdgeIndex(WalkNetwork network, IntPredicate edges) {
        this(network, new SegmentRows(network, edges), edges);
    }

    private EdgeIndex(WalkNetwork network, SegmentRows rows, IntPredicate edges) {
        this.network = network;
        this.rows = rows;
        this.edges = edges;
    }

    /**
     * The index of most of these edges, which takes no memory of its own: where few are left, one
     * made of them alone is faster.
     */
    public EdgeIndex only(IntPredicate most) {
        return new EdgeIndex(network, rows, edges.and(most));
    }

    /**
     * On the common pool.
     *
     * @param farthest in metres; a point as far from the nearest edge as that still comes onto it
     * @throws IllegalArgumentException when the distance is not a number from 0 to 10,000
     */
    public Snaps snap(List<LonLat> points, double farthest) {
        if (!(farthest >= 0 && farthest <= 10_000)) {
            throw new IllegalArgumentException(
                    "the farthest must be from 0 to 10,000 metres, not " + farthest);
        }
        Snaps snaps = new Snaps(points.size());
        IntStream.range(0, points.size())
                .parallel()
                .forEach(i -> new Search(points.get(i), farthest).into(snaps, i));
        return snaps;
    }

    /** The memory that the index takes beside the network. */
    public long bytes() {
        return rows.bytes();
    }

    /** The search for one point. */
    private final class Search {
        private final double x;
        private final double y;
        private final double east;
        private final double north;
        private final double farthest;
        private double bestSquare = Double.POSITIVE_INFINITY;
        private int bestSegment = Snaps.NONE;
        private double bestShare;

        Search(LonLat point, double farthest) {
            this.x = point.lon() * Steps.PER_DEGREE;
            this.y = point.lat() * Steps.PER_DEGREE;
            this.east = Ellipsoid.metresOfLongitude(point.lat()) / Steps.PER_DEGREE;
            this.north = Ellipsoid.metresOfLatitude(point.lat()) / Steps.PER_DEGREE;
            this.farthest = farthest;
        }

        void into(Snaps snaps, int point) {
            double within = Math.min(rows.width() * north / 2, farthest);
            searchWithin(within);
            while (bestSquare > within * within && within < farthest) {
                within = Math.min(2 * within, farthest);
                searchWithin(within);
            }
            double best = Math.sqrt(bestSquare);
            if (best > farthest) {
                snaps.set(point, Snaps.NONE, 0, 0);
                return;
            }
            snaps.set(
                    point,
                    edgeOf(bestSegment),
                    along(bestSegment, bestShare),
                    (int) Math.rint(best * 1000));
        }

        /** Visits all segments within some metres, but for those that are farther than the best. */
        private void searchWithin(double metres) {
            int own = rows.row(y);
            visitRow(own, metres);
            for (int row = Math.min(own, rows.rowCount()) - 1; row >= 0; row--) {
                if (!visitRow(row, metres)) {
                    break;
                }
            }
            for (int row = Math.max(own, -1) + 1; row < rows.rowCount(); row++) {
                if (!visitRow(row, metres)) {
                    break;
                }
            }
        }

        /** Whether the row is near enough for a segment that is wanted. */
        private boolean visitRow(int row, double metres) {
            double gap =
                    north * Math.max(0, Math.max(rows.south(row) - y, y - rows.south(row + 1)));
            double square = SLACK * Math.min(bestSquare, metres * metres) - gap * gap;
            if (square >= 0 && row >= 0 && row < rows.rowCount()) {
                double aside = Math.sqrt(square) / east;
                rows.visit(row, x - aside, x + aside, this::visit);
            }
            return square >= 0;
        }

        private void visit(int segment) {
            int[] points = network.points;
            double ax = (points[2 * segment] - x) * east;
            double ay = (points[2 * segment + 1] - y) * north;
            double dx = (points[2 * segment + 2] - x) * east - ax;
            double dy = (points[2 * segment + 3] - y) * north - ay;
            double share = -(ax * dx + ay * dy) / (dx * dx + dy * dy);
            share = Math.max(0, Math.min(1, share));
            double offX = ax + share * dx;
            double offY = ay + share * dy;
            double square = offX * offX + offY * offY;
            if ((square < bestSquare || square == bestSquare && segment < bestSegment)
                    && edges.test(edgeOf(segment))) {
                bestSquare = square;
                bestSegment = segment;
                bestShare = share;
            }
        }
    }

    WalkNetwork network() {
        return network;
    }

    /**
     * Visits all segments that come into a box, in {@link Steps}, and some near it; a segment may
     * be visited several times.
     */
    void forEachIn(Envelope box, IntConsumer visitor) {
        int last = Math.min(rows.row(box.getMaxY()), rows.rowCount() - 1);
        for (int row = Math.max(rows.row(box.getMinY()), 0); row <= last; row++) {
            rows.visit(
                    row,
                    box.getMinX(),
                    box.getMaxX(),
                    segment -> {
                        if (edges.test(edgeOf(segment))) {
                            visitor.accept(segment);
                        }
                    });
        }
    }

    /** Millimetres from the edge's first point to a place on one of its segments. */
    int along(int segment, double share) {
        int edge = edgeOf(segment);
        int[] points = network.points;
        double metres = 0;
        for (int p = network.firstPoint[edge]; p <= segment; p++) {
            double length =
                    Steps.metres(
                            points[2 * p], points[2 * p + 1], points[2 * p + 2], points[2 * p + 3]);
            metres += p < segment ? length : share * length;
        }
        return (int) Math.min(Math.rint(metres * 1000), network.lengths[edge]);
    }

    int edgeOf(int segment) {
        int at = Arrays.binarySearch(network.firstPoint, segment);
        return at >= 0 ? at : -at - 2;
    }
}
