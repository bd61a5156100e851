package org.weiwang.grid.raster;

import java.util.HashMap;
import java.util.Map;

/**
 * The edges of one cell and the parts that they are of, packed so that a point is tested against
 * them in one piece of memory:
 *
 * <pre>
 * head        bits 0–23 number of edges, 24–29 number of parts, 30 whether a block with further
 *             parts follows, 32–63 the parts' bits that make the count of {@link Crossing} right
 * parts       the number of each part's area, ascending, two to a long
 * each edge   lower end's longitude and latitude, upper end's longitude and latitude,
 *             bits 0–31 the parts it is of, 32–33 which ends are beyond the cell
 * </pre>
 *
 * An edge that several parts share is kept once.
 */
final class EdgeBlock {
    private static final int PARTS = 32;
    private static final long PART_BITS = 0xFFFFFFFFL;
    private static final long MORE = 1L << 30;
    private static final int LONGS_PER_EDGE = 5;
    private static final int MOST_EDGES = 0xFFFFFF;

    private record Ends(double ax, double ay, double bx, double by) {}

    private EdgeBlock() {}

    /** The answer for a point of the cell: that of the first part that covers it. */
    static int find(long[] blocks, int at, double lon, double lat) {
        while (true) {
            long head = blocks[at];
            int parts = (int) (head >>> 24) & 63;
            int edge = at + 1 + (parts + 1 >> 1);
            int end = edge + LONGS_PER_EDGE * ((int) head & MOST_EDGES);
            int inside = (int) (head >>> 32);
            int boundary = 0;
            for (; edge < end; edge += LONGS_PER_EDGE) {
                double ax = Double.longBitsToDouble(blocks[edge]);
                double ay = Double.longBitsToDouble(blocks[edge + 1]);
                double bx = Double.longBitsToDouble(blocks[edge + 2]);
                double by = Double.longBitsToDouble(blocks[edge + 3]);
                long word = blocks[edge + 4];
                double one = (bx - ax) * (lat - ay);
                double other = (by - ay) * (lon - ax);
                double side = one - other;
                if (!Side.isSure(one, other)) {
                    side = Side.exact(ax, ay, bx, by, lon, lat);
                    if (side == 0 && isBetween(ax, lon, bx) && isBetween(ay, lat, by)) {
                        boundary |= (int) word;
                    }
                }
                int odd =
                        Crossing.odd(
                                lat < ay ? 1 : 0,
                                lat < by ? 1 : 0,
                                side > 0 ? 1 : 0,
                                (int) (word >>> 32));
                inside ^= (int) word & -(odd & 1);
            }
            int covering = inside | boundary;
            if (covering != 0) {
                int first = Integer.numberOfTrailingZeros(covering);
                int area = (int) (blocks[at + 1 + (first >> 1)] >>> ((first & 1) << 5));
                return Ref.answer(area, boundary >>> first & 1);
            }
            if ((head & MORE) == 0) {
                return Ref.NONE;
            }
            at = end;
        }
    }

    private static boolean isBetween(double one, double value, double other) {
        return Math.min(one, other) <= value && value <= Math.max(one, other);
    }

    /**
     * Appends blocks for a cell.
     *
     * @param touching the edges that may touch the cell, each of one of the parts
     * @param odd the parts for which {@link Crossing}'s count at hand is to be turned
     */
    static void write(
            Edges edges, Cell cell, int[] touching, PartSet parts, PartSet odd, Longs to) {
        for (int first = 0; first < parts.size(); first += PARTS) {
            int last = Math.min(first + PARTS, parts.size());
            int head = to.size();
            to.add(0);
            long turned = 0;
            long pair = 0;
            for (int i = first; i < last; i++) {
                turned |= odd.contains(parts.get(i)) ? 1L << i - first : 0;
                pair |= (long) edges.area(parts.get(i)) << (i - first) % 2 * 32;
                if ((i - first) % 2 == 1 || i == last - 1) {
                    to.add(pair);
                    pair = 0;
                }
            }
            int from = to.size();
            writeEdges(edges, cell, touching, parts, first, last, to);
            long count = (to.size() - from) / LONGS_PER_EDGE;
            if (count > MOST_EDGES) {
                throw new IllegalArgumentException(
                        count + " edges in one place, at " + cell.west() + " " + cell.south());
            }
            to.set(
                    head,
                    turned << 32
                            | (last < parts.size() ? MORE : 0)
                            | (long) (last - first) << 24
                            | count);
        }
    }

    private static void writeEdges(
            Edges edges, Cell cell, int[] touching, PartSet parts, int first, int last, Longs to) {
        Map<Ends, Integer> written = new HashMap<>();
        for (int edge : touching) {
            int part = parts.indexOf(edges.part(edge));
            if (part < first || part >= last) {
                continue;
            }
            long word = 1L << part - first | (long) Crossing.beyond(edges, edge, cell) << 32;
            Ends ends = new Ends(edges.ax(edge), edges.ay(edge), edges.bx(edge), edges.by(edge));
            Integer at = written.putIfAbsent(ends, to.size() + 4);
            // A part that has the same edge twice is crossed there twice.
            if (at != null && (to.get(at) & word & PART_BITS) == 0) {
                to.set(at, to.get(at) | word);
                continue;
            }
            to.add(Double.doubleToRawLongBits(ends.ax));
            to.add(Double.doubleToRawLongBits(ends.ay));
            to.add(Double.doubleToRawLongBits(ends.bx));
            to.add(Double.doubleToRawLongBits(ends.by));
            to.add(word);
        }
    }
}
