package org.weiwang.grid;

import java.util.Comparator;
import java.util.List;
import org.weiwang.grid.raster.PolygonIndex;

/**
 * Point in polygon over the grids of one level. A point is covered by a grid when it lies in it or
 * on its boundary, holes' boundaries included. Where several grids cover a point (a shared
 * boundary, or an overlap in dirty data) the one with the smallest code answers, as SQL's {@code
 * ST_Covers … ORDER BY code COLLATE "C" LIMIT 1} does. {@link PolygonIndex} says how, how exactly
 * and at what cost. Immutable and thread-safe.
 */
public final class GridIndex {
    /** The answer that no grid covers the point. */
    public static final int NONE = PolygonIndex.NONE;

    private final List<Grid> grids;
    private final PolygonIndex polygons;

    /**
     * Built on the common pool.
     *
     * @param grids of one level, in any order, with different codes
     * @throws IllegalArgumentException when they have too many edges, some 100 million
     */
    public GridIndex(List<Grid> grids) {
        this.grids = grids.stream().sorted(Comparator.comparing(Grid::code)).toList();
        this.polygons = new PolygonIndex(this.grids.stream().map(Grid::geometry).toList());
    }

    /**
     * The grid that covers a point, without making an object.
     *
     * @param lon longitude in degrees, of any size
     * @param lat latitude in degrees, of any size
     * @return twice the grid's number ({@link #grid}), plus 1 when the point is on its boundary; or
     *     {@link #NONE}, also for what is not a number
     */
    public int find(double lon, double lat) {
        return polygons.find(lon, lat);
    }

    /**
     * The grid of a number, counted from 0 in the order of codes.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    public Grid grid(int number) {
        return grids.get(number);
    }

    /** How much memory the index takes beside the grids themselves. */
    public long bytes() {
        return polygons.bytes();
    }
}
