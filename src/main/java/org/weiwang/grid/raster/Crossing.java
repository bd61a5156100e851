package org.weiwang.grid.raster;

/**
 * How a point is known to be inside a part: by whether the way east from it crosses the part's
 * boundary an odd number of times, an edge being crossed when its upper end is above the point's
 * latitude, its lower end is not, and the point is left of it.
 *
 * <p>In a cell only the edges that touch it are at hand, and the way ends at the cell's eastern
 * border. What lies beyond is made up for: an edge's end beyond the border stands for a straight
 * line from that end up to infinity, which is crossed too when the end is above the point. With
 * that the number of crossings at hand differs from the true one by a number that is odd for all
 * points of the cell or even for all. For an edge not at hand is not in the cell, so at each
 * latitude it is east of all the cell's points or west of them all, and the number of those east
 * changes only at the latitude of an end beyond the border. Of the edges of a part that meet at
 * such an end, which are even in number, those at hand are odd in number when the others are, and
 * then the line from there changes the count where the others do. So one bit per part and cell,
 * found once for any point of it, makes the count right for all; no point needs special care.
 */
final class Crossing {
    private Crossing() {}

    /**
     * Whether an edge and the lines from its ends are crossed an odd number of times, as 1 or 0.
     *
     * @param below 1 when the point is below the lower end, else 0
     * @param belowUpper 1 when the point is below the upper end, else 0
     * @param left 1 when the point is left of the edge, else 0
     * @param beyond 1 when the lower end is beyond the cell's eastern border, plus 2 when the upper
     *     end is
     */
    static int odd(int below, int belowUpper, int left, int beyond) {
        return (left & belowUpper & ~below) ^ (beyond & below) ^ (beyond >> 1 & belowUpper);
    }

    static int beyond(Edges edges, int edge, Cell cell) {
        return (edges.ax(edge) >= cell.east() ? 1 : 0) + (edges.bx(edge) >= cell.east() ? 2 : 0);
    }

    static boolean isOdd(Edges edges, int edge, Cell cell, double lon, double lat) {
        int below = lat < edges.ay(edge) ? 1 : 0;
        int belowUpper = lat < edges.by(edge) ? 1 : 0;
        int left = below != belowUpper && edges.side(edge, lon, lat) > 0 ? 1 : 0;
        return (odd(below, belowUpper, left, beyond(edges, edge, cell)) & 1) == 1;
    }

    /** As {@link #isOdd}, of the lines from ends beyond the cell's eastern border alone. */
    static boolean isOddBeyond(Edges edges, int edge, Cell cell, double lat) {
        int below = lat < edges.ay(edge) ? 1 : 0;
        int belowUpper = lat < edges.by(edge) ? 1 : 0;
        return (odd(below, belowUpper, 0, beyond(edges, edge, cell)) & 1) == 1;
    }
}
