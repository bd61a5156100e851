package org.weiwang.grid.raster;

import java.util.Arrays;

/**
 * Fills cells row by row, each row from east to west, with what lies under them. Not thread-safe.
 */
final class CellBuilder {
    /** Cells that more edges than this touch get a finer raster; shared edges count twice. */
    private static final int MOST_EDGES = 8;

    /** A finer raster has a column for every so many edges, as a power of two. */
    private static final int EDGES_PER_COLUMN = 8;

    /** Finer rasters in one another: many edges that meet in one point can't be parted. */
    private static final int MOST_DEPTH = 3;

    private final Edges edges;
    private final Ints cells = new Ints();
    private final Longs blocks = new Longs();

    CellBuilder(Edges edges) {
        this.edges = edges;
    }

    int[] cells() {
        return cells.toArray();
    }

    long[] blocks() {
        return blocks.toArray();
    }

    /**
     * Fills a row of the coarse raster, which becomes the first of the cells.
     *
     * @param first the western cell
     * @param near edges, among them all that touch the row
     */
    void coarseRow(Cell first, int columns, int[] near) {
        fill(
                cells.reserve(columns),
                new Row(edges, first, columns, near),
                columns,
                new PartSet(),
                0);
    }

    /**
     * @param at where the row's cells lie
     * @param corner the parts that the corner of a cell east of the last one is in; changed
     */
    private void fill(int at, Row row, int columns, PartSet corner, int depth) {
        for (int column = columns - 1; column >= 0; column--) {
            row.takeCrossings(column, corner);
            int[] near = row.takeTouching(column);
            int ref =
                    near.length == 0
                            ? inside(corner.first())
                            : mixed(row.cell(column), near, corner, depth);
            cells.set(at + column, ref);
        }
    }

    /** What a cell within a part holds; all parts after the first never answer. */
    private int inside(int part) {
        return part == PartSet.NONE ? Ref.NONE : Ref.answer(edges.area(part), 0);
    }

    /**
     * What a cell holds that edges may touch.
     *
     * @param corner the parts that the cell's south-western corner is in by {@link Crossing}, exact
     *     up to the first that covers the whole cell
     */
    private int mixed(Cell cell, int[] near, PartSet corner, int depth) {
        int whole = corner.firstNotIn(parts(near));
        int[] touching = Arrays.stream(near).filter(edge -> edges.part(edge) < whole).toArray();
        if (touching.length == 0) {
            return inside(whole);
        }
        PartSet odd = new PartSet(corner);
        for (int edge : touching) {
            if (Crossing.isOdd(edges, edge, cell, cell.west(), cell.south())) {
                odd.toggle(edges.part(edge));
            }
        }
        if (touching.length > MOST_EDGES && depth < MOST_DEPTH && cell.shift() >= Ref.FINEST) {
            return raster(cell, touching, odd, depth);
        }
        PartSet parts = parts(touching);
        if (whole != PartSet.NONE) {
            parts.add(whole);
        }
        int at = blocks.size();
        EdgeBlock.write(edges, cell, touching, parts, odd, blocks);
        return Ref.block(at);
    }

    private PartSet parts(int[] of) {
        PartSet parts = new PartSet();
        for (int edge : of) {
            parts.add(edges.part(edge));
        }
        return parts;
    }

    private int raster(Cell cell, int[] touching, PartSet odd, int depth) {
        int k = 1;
        while (k < Ref.FINEST && EDGES_PER_COLUMN << k < touching.length) {
            k++;
        }
        int at = cells.reserve(1 << 2 * k);
        for (int i = 0; i < 1 << k; i++) {
            Cell first = new Cell(cell.x() << k, (cell.y() << k) + i, cell.shift() - k);
            double south = first.south();
            double north = first.north();
            PartSet corner = new PartSet(odd);
            for (int edge : touching) {
                if (Crossing.isOddBeyond(edges, edge, cell, south)) {
                    corner.toggle(edges.part(edge));
                }
            }
            int[] near =
                    Arrays.stream(touching)
                            .filter(edge -> edges.ay(edge) < north && edges.by(edge) >= south)
                            .toArray();
            Row row = new Row(edges, first, 1 << k, near);
            fill(at + (i << k), row, 1 << k, corner, depth + 1);
        }
        return Ref.raster(k, at);
    }
}
