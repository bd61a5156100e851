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

    /**
     * Of the grids of an index at most one in so many is indexed again to share the rest, and at
     * most as many are left in what is shared that are there no longer.
     */
    private static final int SHARED = 4;

    private final List<Grid> grids;

    /**
     * Those that the polygons are of: where there is a change, former ones in place of those that
     * differ or are gone. The others are the grids themselves, so that no former set stays in
     * memory.
     */
    private final List<Grid> indexed;

    private final PolygonIndex polygons;

    /** Null for none. */
    private final IndexChange change;

    /**
     * Built on the common pool.
     *
     * @param grids of one level, in any order, with different codes
     * @throws IllegalArgumentException when they have too many edges, some 100 million
     */
    public GridIndex(List<Grid> grids) {
        this.grids = sorted(grids);
        this.indexed = this.grids;
        this.polygons = new PolygonIndex(this.grids.stream().map(Grid::geometry).toList());
        this.change = null;
    }

    private GridIndex(List<Grid> sorted, GridIndex former, IndexChange change) {
        this.grids = sorted;
        this.indexed = change.indexed(former.indexed, sorted);
        this.polygons = former.polygons;
        this.change = change;
    }

    /**
     * The same as the constructor makes, but where few grids differ from those of another index, it
     * shares that one's memory, and takes a fraction of the time to build.
     *
     * @param former of the same level of the same district
     */
    static GridIndex of(List<Grid> grids, GridIndex former) {
        return of(grids, former, grids.size() / SHARED);
    }

    /**
     * @param most how many grids may be indexed again, and how many of the former be gone
     */
    static GridIndex of(List<Grid> grids, GridIndex former, int most) {
        List<Grid> sorted = sorted(grids);
        return IndexChange.between(former.indexed, sorted, most)
                .map(change -> new GridIndex(sorted, former, change))
                .orElseGet(() -> new GridIndex(sorted));
    }

    private static List<Grid> sorted(List<Grid> grids) {
        return grids.stream().sorted(Comparator.comparing(Grid::code)).toList();
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
        int found = polygons.find(lon, lat);
        return change == null ? found : change.find(found, lon, lat);
    }

    /**
     * The grid of a number, counted from 0 in the order of codes.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    public Grid grid(int number) {
        return grids.get(number);
    }

    /** Whether most of the memory of the two is the same. */
    boolean sharesWith(GridIndex other) {
        return polygons == other.polygons;
    }

    /** How much memory the index takes beside the grids themselves, what it shares included. */
    public long bytes() {
        return polygons.bytes() + (change == null ? 0 : change.bytes());
    }
}
