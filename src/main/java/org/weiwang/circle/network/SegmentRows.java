package org.weiwang.circle.network;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * The segments of a network's edges by the square cells that they cross, row by row: only cells
 * with segments take memory, so it matters little how far apart these lie. A segment goes by the
 * number of its first point.
 */
final class SegmentRows {
    /** About 64 m of latitude. */
    private static final int SMALLEST_WIDTH = 5_760;

    /** Cells are widened until there are no more entries for a segment than these, on average. */
    private static final int MOST_ENTRIES = 6;

    private final int[] points;
    private final int width;
    private final int firstRow;

    /** Where each row's entries begin, and where the last one's end. */
    private final int[] first;

    /** Of each crossing the cell's column, in the upper half, and the segment. */
    private final long[] entries;

    /**
     * @param edges whose segments are taken
     */
    SegmentRows(WalkNetwork network, IntPredicate edges) {
        this.points = network.points;
        int[] segments = segments(network, edges);
        this.width = width(segments);
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int segment : segments) {
            lowest = Math.min(lowest, Math.min(y(segment), y(segment + 1)));
            highest = Math.max(highest, Math.max(y(segment), y(segment + 1)));
        }
        this.firstRow = cell(lowest);
        this.first = new int[segments.length == 0 ? 1 : cell(highest) - firstRow + 2];
        for (int segment : segments) {
            forEachCell(segment, (row, column) -> first[row + 1]++);
        }
        for (int row = 1; row < first.length; row++) {
            first[row] += first[row - 1];
        }
        this.entries = new long[first[first.length - 1]];
        int[] next = first.clone();
        for (int segment : segments) {
            forEachCell(
                    segment, (row, column) -> entries[next[row]++] = (long) column << 32 | segment);
        }
        for (int row = 0; row < first.length - 1; row++) {
            Arrays.sort(entries, first[row], first[row + 1]);
        }
    }

    private static int[] segments(WalkNetwork network, IntPredicate edges) {
        int[] segments = new int[network.points.length / 2];
        int size = 0;
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            if (edges.test(edge)) {
                for (int p = network.firstPoint[edge]; p < network.firstPoint[edge + 1] - 1; p++) {
                    segments[size++] = p;
                }
            }
        }
        return Arrays.copyOf(segments, size);
    }

    private int width(int[] segments) {
        double lengths = 0;
        for (int segment : segments) {
            lengths += Math.abs((double) x(segment + 1) - x(segment));
            lengths += Math.abs((double) y(segment + 1) - y(segment));
        }
        // A segment crosses as many borders as it is cells long, in both directions together.
        double most = (MOST_ENTRIES - 3.0) * segments.length;
        return (int) Math.max(SMALLEST_WIDTH, segments.length == 0 ? 0 : lengths / most);
    }

    private int x(int point) {
        return points[2 * point];
    }

    private int y(int point) {
        return points[2 * point + 1];
    }

    private int cell(double at) {
        return (int) Math.floor(at / width);
    }

    private interface CellTaker {
        void take(int row, int column);
    }

    /** The cells that a segment crosses, rows counted from the first one. */
    private void forEachCell(int segment, CellTaker taker) {
        int low = y(segment) <= y(segment + 1) ? segment : segment + 1;
        int high = 2 * segment + 1 - low;
        double slope = y(low) == y(high) ? 0 : ((double) x(high) - x(low)) / (y(high) - y(low));
        for (int row = cell(y(low)); row <= cell(y(high)); row++) {
            double enters = Math.max(y(low), (double) row * width);
            double leaves = Math.min(y(high), (row + 1.0) * width);
            int from = cell(enters == y(low) ? x(low) : x(low) + slope * (enters - y(low)));
            int to = cell(leaves == y(high) ? x(high) : x(low) + slope * (leaves - y(low)));
            for (int column = Math.min(from, to); column <= Math.max(from, to); column++) {
                taker.take(row - firstRow, column);
            }
        }
    }

    /** The cells' width and height in steps. */
    int width() {
        return width;
    }

    /** The row of a latitude in steps. */
    int row(double y) {
        return cell(y) - firstRow;
    }

    /** The latitude in steps at which a row begins. */
    double south(int row) {
        return (double) (row + firstRow) * width;
    }

    int rowCount() {
        return first.length - 1;
    }

    /** Visits the segments of a row's cells from one longitude to another, some several times. */
    void visit(int row, double west, double east, IntConsumer visitor) {
        long from = (long) cell(west) << 32;
        int last = cell(east);
        int low = first[row];
        int end = first[row + 1];
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[middle] < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (; low < end && (int) (entries[low] >> 32) <= last; low++) {
            visitor.accept((int) entries[low]);
        }
    }

    long bytes() {
        return 4L * first.length + 8L * entries.length;
    }
}
