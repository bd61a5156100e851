package org.weiwang.geo.tile;

import org.weiwang.geo.Bbox;
import org.weiwang.geo.LonLat;

/**
 * A tile of WebMercatorQuad: at zoom z the world is 2<sup>z</sup> tiles wide and high.
 *
 * @param z zoom, from 0 to {@link #MAX_ZOOM}
 * @param row from 0 in the north
 * @param column from 0 at 180° west
 */
public record Tile(int z, int row, int column) {
    public static final int MAX_ZOOM = 24;

    /**
     * @throws IllegalArgumentException when there is no such tile; names the number that is wrong
     *     and what it may be
     */
    public Tile {
        if (z < 0 || z > MAX_ZOOM) {
            throw new IllegalArgumentException("zoom " + z + " is not from 0 to " + MAX_ZOOM);
        }
        checkWithin("row", row, z);
        checkWithin("column", column, z);
    }

    private static void checkWithin(String what, int number, int z) {
        int last = (1 << z) - 1;
        if (number < 0 || number > last) {
            throw new IllegalArgumentException(
                    "%s %d is not from 0 to %d, as at zoom %d".formatted(what, number, last, z));
        }
    }

    /**
     * The tile that the place lies in. On an edge it is the one to the south and east, except at
     * the end of the world; beyond {@link WebMercator#MAX_LATITUDE} it is one of the first or last
     * row.
     */
    public static Tile of(LonLat place, int z) {
        return new Tile(
                z, number(WebMercator.y(place.lat()), z), number(WebMercator.x(place.lon()), z));
    }

    private static int number(double fraction, int z) {
        int count = 1 << z;
        return Math.min((int) (fraction * count), count - 1);
    }

    /** The box that the tile shows. */
    public Bbox bbox() {
        double count = 1 << z;
        return new Bbox(
                WebMercator.lon(column / count),
                WebMercator.lat((row + 1) / count),
                WebMercator.lon((column + 1) / count),
                WebMercator.lat(row / count));
    }
}
