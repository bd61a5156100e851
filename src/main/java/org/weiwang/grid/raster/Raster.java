package org.weiwang.grid.raster;

/**
 * A raster of cells with finer ones in some of them. Immutable and thread-safe.
 *
 * @param west the box around all areas, with south, east and north: nothing is beside it
 * @param shift the coarse cells' size ({@link Cell})
 * @param x the south-western cell, with y
 * @param columns coarse cells to a row
 * @param cells what each cell holds ({@link Ref}), row by row from the south-west; the finer
 *     rasters' behind them
 * @param blocks the {@link EdgeBlock}s
 */
record Raster(
        double west,
        double south,
        double east,
        double north,
        int shift,
        long x,
        long y,
        int columns,
        int[] cells,
        long[] blocks) {
    int find(double lon, double lat) {
        // False for what is not a number, too.
        if (!(lon >= west && lon <= east && lat >= south && lat <= north)) {
            return Ref.NONE;
        }
        long stepX = Cell.step(lon);
        long stepY = Cell.step(lat);
        int size = shift;
        int ref = cells[(int) ((stepY >> size) - y) * columns + (int) ((stepX >> size) - x)];
        while (Ref.isRaster(ref)) {
            int k = Ref.k(ref);
            size -= k;
            int mask = (1 << k) - 1;
            int row = (int) (stepY >> size) & mask;
            int column = (int) (stepX >> size) & mask;
            ref = cells[Ref.rasterAt(ref) + (row << k) + column];
        }
        return Ref.isAnswer(ref) ? ref : EdgeBlock.find(blocks, Ref.blockAt(ref), lon, lat);
    }

    long bytes() {
        return (long) Integer.BYTES * cells.length + (long) Long.BYTES * blocks.length;
    }
}
