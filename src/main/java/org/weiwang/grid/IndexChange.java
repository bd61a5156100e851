package org.weiwang.grid;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.index.strtree.STRtree;
import org.weiwang.grid.raster.PolygonIndex;

/**
 * What to do so that an index of earlier grids answers for later ones, of which most are the same:
 * where the grid found is there no longer, and near what is new, a second index is asked. It holds
 * what is new and all that could cover a point of what is gone. Immutable and thread-safe.
 */
final class IndexChange {
    private static final int NONE = PolygonIndex.NONE;

    /** For each of the earlier grids its number among the later ones. */
    private final int[] later;

    /** The same for the areas of the second index. */
    private final int[] nearLater;

    private final PolygonIndex near;

    /** Whether an earlier grid is still there and no area of the second index comes near it. */
    private final boolean[] isSettled;

    private IndexChange(int[] later, int[] nearLater, PolygonIndex near, boolean[] isSettled) {
        this.later = later;
        this.nearLater = nearLater;
        this.near = near;
        this.isSettled = isSettled;
    }

    /**
     * @param before in the order of codes, as {@code after}
     * @param most how many grids the second index may have, and how many of the earlier ones may be
     *     gone or differ, which stay in memory with the first
     * @return empty when there are more, or no later ones at all
     */
    static Optional<IndexChange> between(List<Grid> before, List<Grid> after, int most) {
        int[] later = later(before, after);
        STRtree gone = new STRtree();
        boolean[] isSame = new boolean[after.size()];
        for (int i = 0; i < later.length; i++) {
            if (later[i] == NONE) {
                gone.insert(before.get(i).geometry().getEnvelopeInternal(), before.get(i));
            } else {
                isSame[later[i]] = true;
            }
        }
        if (after.isEmpty() || gone.size() > most) {
            return Optional.empty();
        }
        int[] near =
                IntStream.range(0, isSame.length)
                        .filter(i -> !isSame[i] || isNear(after.get(i), gone))
                        .toArray();
        if (near.length > most) {
            return Optional.empty();
        }
        List<Grid> again = Arrays.stream(near).mapToObj(after::get).toList();
        return Optional.of(
                new IndexChange(
                        later,
                        near,
                        new PolygonIndex(again.stream().map(Grid::geometry).toList()),
                        settled(before, later, again)));
    }

    /** The number of the grid of the same code and outline, for each. */
    private static int[] later(List<Grid> before, List<Grid> after) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int number = 0; number < after.size(); number++) {
            numbers.put(after.get(number).code(), number);
        }
        int[] later = new int[before.size()];
        for (int i = 0; i < later.length; i++) {
            Integer number = numbers.get(before.get(i).code());
            boolean isSame =
                    number != null
                            && Objects.equals(
                                    after.get(number).geometry(), before.get(i).geometry());
            later[i] = isSame ? number : NONE;
        }
        return later;
    }

    private static boolean[] settled(List<Grid> before, int[] later, List<Grid> again) {
        STRtree boxes = new STRtree();
        again.forEach(grid -> boxes.insert(grid.geometry().getEnvelopeInternal(), grid));
        boolean[] settled = new boolean[later.length];
        for (int i = 0; i < later.length; i++) {
            settled[i] = later[i] != NONE && !isNear(before.get(i), boxes);
        }
        return settled;
    }

    /**
     * What is indexed when this is applied: the earlier grids, but the later one itself where they
     * are the same.
     *
     * @param before as in {@link #between}, as {@code after}
     */
    List<Grid> indexed(List<Grid> before, List<Grid> after) {
        return IntStream.range(0, later.length)
                .mapToObj(i -> later[i] == NONE ? before.get(i) : after.get(later[i]))
                .toList();
    }

    private static boolean isNear(Grid grid, STRtree others) {
        return !others.query(grid.geometry().getEnvelopeInternal()).isEmpty();
    }

    /**
     * @param found what the index of the earlier grids finds at the point
     * @return as {@link GridIndex#find}, of the later grids
     */
    int find(int found, double lon, double lat) {
        int same = numbered(found, later);
        if (same != NONE && isSettled[found >> 1]) {
            return same;
        }
        int other = numbered(near.find(lon, lat), nearLater);
        if (same == NONE || other == NONE) {
            return Math.max(same, other); // None is the smallest.
        }
        return Math.min(same, other); // Numbers are in the order of codes.
    }

    private static int numbered(int found, int[] numbers) {
        if (found == NONE) {
            return NONE;
        }
        int number = numbers[found >> 1];
        return number == NONE ? NONE : number << 1 | found & 1;
    }

    long bytes() {
        return (long) Integer.BYTES * (later.length + nearLater.length)
                + isSettled.length
                + near.bytes();
    }
}
