package org.weiwang.circle.network;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * The segments of a network's edges by square cells, in which each box of a segment is entered. A
 * segment goes by the number of its first point.
 */
final class SegmentCells {
    /** About 64 m of latitude. */
    private static final long SMALLEST_WIDTH = 5_760;

    private final WalkNetwork network;
    private final IntPredicate edges;
    private final long west;
    private final long south;
    private final long width;
    private final int columns;
    private final int rows;
    private final int[] first;
    private final int[] segments;

    SegmentCells(WalkNetwork network, IntPredicate edges) {
        this.network = network;
        this.edges = edges;
        long minX = Integer.MAX_VALUE;
        long minY = Integer.MAX_VALUE;
        long maxX = Integer.MIN_VALUE;
        long maxY = Integer.MIN_VALUE;
        int[] points = network.points;
        for (int i = 0; i < points.length; i += 2) {
            minX = Math.min(minX, points[i]);
            maxX = Math.max(maxX, points[i]);
            minY = Math.min(minY, points[i + 1]);
            maxY = Math.max(maxY, points[i + 1]);
        }
        west = minX;
        south = minY;
        long size = SMALLEST_WIDTH;
        while (((maxX - west) / size + 1.0) * ((maxY - south) / size + 1.0)
                > points.length + 1024.0) {
            size *= 2;
        }
        width = size;
        columns = points.length == 0 ? 0 : (int) ((maxX - west) / width + 1);
        rows = points.length == 0 ? 0 : (int) ((maxY - south) / width + 1);
        first = new int[columns * rows + 1];
        forEachEntry((cell, segment) -> first[cell + 1]++);
        for (int cell = 1; cell < first.length; cell++) {
            first[cell] += first[cell - 1];
        }
        segments = new int[first[first.length - 1]];
        int[] next = first.clone();
        forEachEntry((cell, segment) -> segments[next[cell]++] = segment);
    }

    private interface Entry {
        void enter(int cell, int segment);
    }

    private void forEachEntry(Entry entry) {
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            if (edges.test(edge)) {
                for (int p = network.firstPoint[edge]; p < network.firstPoint[edge + 1] - 1; p++) {
                    enter(p, entry);
                }
            }
        }
    }

    private void enter(int segment, Entry entry) {
        int[] points = network.points;
        int x1 = column(points[2 * segment]);
        int x2 = column(points[2 * segment + 2]);
        int y1 = row(points[2 * segment + 1]);
        int y2 = row(points[2 * segment + 3]);
        for (int row = Math.min(y1, y2); row <= Math.max(y1, y2); row++) {
            for (int column = Math.min(x1, x2); column <= Math.max(x1, x2); column++) {
                entry.enter(row * columns + column, segment);
            }
        }
    }

    private int column(double x) {
        return (int) Math.floor((x - west) / width);
    }

    private int row(double y) {
        return (int) Math.floor((y - south) / width);
    }

    /** The cells' width and height in steps; 0 where there are no cells. */
    long width() {
        return columns == 0 ? 0 : width;
    }

    /**
     * Visits the segments of the cells so many cells away from the one in which a position lies; a
     * segment may be visited several times.
     */
    void forEachOfRing(double x, double y, int ring, IntConsumer visitor) {
        int column = column(x);
        int row = row(y);
        visitRow(row - ring, column - ring, column + ring, visitor);
        if (ring > 0) {
            visitRow(row + ring, column - ring, column + ring, visitor);
        }
        for (int at = Math.max(row - ring + 1, 0); at < Math.min(row + ring, rows); at++) {
            visitRow(at, column - ring, column - ring, visitor);
            visitRow(at, column + ring, column + ring, visitor);
        }
    }

    private void visitRow(int row, int from, int to, IntConsumer visitor) {
        if (row < 0 || row >= rows) {
            return;
        }
        for (int column = Math.max(from, 0); column <= Math.min(to, columns - 1); column++) {
            int cell = row * columns + column;
            for (int i = first[cell]; i < first[cell + 1]; i++) {
                visitor.accept(segments[i]);
            }
        }
    }

    long bytes() {
        return 4L * (first.length + segments.length);
    }
}
