package org.weiwang.grid.raster;

/**
 * What a cell holds, in one int: an answer (0 or more, or {@link #NONE}), or where a finer raster
 * of cells begins, or where the block of its edges begins.
 */
final class Ref {
    /** The answer that no area covers the point. */
    static final int NONE = -1;

    /** Finer rasters have 2<sup>k</sup> × 2<sup>k</sup> cells with k from 1 to this. */
    static final int FINEST = 6;

    private static final int BLOCK = 0x80000000;
    private static final int RASTER = 0xC0000000;
    private static final int K_SHIFT = 27;

    /** Rasters begin at multiples of four cells, the size of the smallest. */
    static final int RASTER_UNIT = 4;

    private Ref() {}

    static int answer(int area, int onBoundary) {
        return area << 1 | onBoundary;
    }

    static boolean isAnswer(int ref) {
        return ref >= NONE;
    }

    static boolean isRaster(int ref) {
        return ref >= RASTER && ref < NONE;
    }

    static int raster(int k, int at) {
        int unit = at / RASTER_UNIT;
        if (unit >= 1 << K_SHIFT) {
            throw new IllegalArgumentException("the areas need too many cells to index");
        }
        return RASTER | k << K_SHIFT | unit;
    }

    static int k(int ref) {
        return ref >> K_SHIFT & 7;
    }

    static int rasterAt(int ref) {
        return (ref & (1 << K_SHIFT) - 1) * RASTER_UNIT;
    }

    static int block(int at) {
        if (at >= RASTER - BLOCK) {
            throw new IllegalArgumentException("the areas have too many edges to index");
        }
        return BLOCK | at;
    }

    static int blockAt(int ref) {
        return ref - BLOCK;
    }

    /** The same where cells and blocks lie behind that many others. */
    static int moved(int ref, int cells, int longs) {
        return isAnswer(ref)
                ? ref
                : isRaster(ref)
                        ? raster(k(ref), rasterAt(ref) + cells)
                        : block(blockAt(ref) + longs);
    }
}
