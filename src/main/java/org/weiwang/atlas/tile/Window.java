package org.weiwang.atlas.tile;

import java.util.Arrays;
import org.weiwang.geo.tile.Tile;

/** What a tile shows of the {@link Plane}, and the way into its own grid. Immutable. */
final class Window {
    /**
     * How far beyond its edges a tile is drawn, in steps of its grid, so that no outline ends
     * there.
     */
    static final int MARGIN = 64;

    private final int zoom;
    private final int shift;
    private final int originX;
    private final int originY;
    private final Box box;

    Window(Tile tile) {
        this.zoom = tile.z();
        this.shift = Plane.ZOOM - tile.z();
        int side = shifted(Plane.EXTENT, shift);
        int margin = shifted(MARGIN, shift);
        this.originX = tile.column() * side;
        this.originY = tile.row() * side;
        this.box =
                new Box(
                        originX - margin,
                        originY - margin,
                        originX + side + margin,
                        originY + side + margin);
    }

    private static int shifted(int number, int left) {
        return left >= 0 ? number << left : number >> -left;
    }

    int zoom() {
        return zoom;
    }

    /** All that is drawn, the margin included. */
    Box box() {
        return box;
    }

    /**
     * Positions in the tile's grid; one that repeats the one before it, round the ring, is left
     * out. Equal positions stay equal, in neighbouring tiles too.
     *
     * @param positions x and y in turn, of the plane
     */
    int[] snap(int[] positions) {
        int[] snapped = new int[positions.length];
        int size = 0;
        for (int i = 0; i < positions.length; i += 2) {
            int x = snap(positions[i] - originX);
            int y = snap(positions[i + 1] - originY);
            if (size == 0 || x != snapped[size - 2] || y != snapped[size - 1]) {
                snapped[size++] = x;
                snapped[size++] = y;
            }
        }
        while (size > 2 && snapped[0] == snapped[size - 2] && snapped[1] == snapped[size - 1]) {
            size -= 2;
        }
        return Arrays.copyOf(snapped, size);
    }

    private int snap(int steps) {
        return shift > 0 ? steps + (1 << shift - 1) >> shift : steps << -shift;
    }
}
