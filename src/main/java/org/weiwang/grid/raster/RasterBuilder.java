package org.weiwang.grid.raster;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a {@link Raster}: a coarse one, each row a task of its own on the common pool, with finer
 * ones where {@link CellBuilder} finds many edges. The outcome does not depend on the tasks' order.
 */
final class RasterBuilder {
    /** For one cell of the coarse raster: few rows and columns where there is little to find. */
    private static final int EDGES_PER_CELL = 16;

    private final Edges edges;
    private final double west;
    private final double south;
    private final double east;
    private final double north;
    private int shift;
    private long x;
    private long y;
    private int columns;
    private int rows;

    /** A coarse row's cells and the finer ones behind them; references are to these. */
    private record Built(int[] cells, long[] blocks) {}

    private RasterBuilder(Edges edges) {
        double minLon = Double.POSITIVE_INFINITY;
        double minLat = Double.POSITIVE_INFINITY;
        double maxLon = Double.NEGATIVE_INFINITY;
        double maxLat = Double.NEGATIVE_INFINITY;
        for (int edge = 0; edge < edges.size(); edge++) {
            minLon = Math.min(minLon, edges.west(edge));
            minLat = Math.min(minLat, edges.ay(edge));
            maxLon = Math.max(maxLon, edges.east(edge));
            maxLat = Math.max(maxLat, edges.by(edge));
        }
        this.edges = edges;
        this.west = minLon;
        this.south = minLat;
        this.east = maxLon;
        this.north = maxLat;
    }

    static Raster build(Edges edges) {
        RasterBuilder builder = new RasterBuilder(edges);
        return edges.size() == 0 ? builder.merge(List.of()) : builder.build();
    }

    private Raster build() {
        while (!isCoarse()) {
            shift++;
        }
        int[][] near = edgesOfRows();
        return merge(
                IntStream.range(0, rows)
                        .parallel()
                        .mapToObj(row -> row(new Cell(x, y + row, shift), near[row]))
                        .toList());
    }

    /** Lays out cells of the present size, and says whether they are few enough. */
    private boolean isCoarse() {
        x = Cell.step(west) >> shift;
        y = Cell.step(south) >> shift;
        long wide = (Cell.step(east) >> shift) - x + 1;
        long high = (Cell.step(north) >> shift) - y + 1;
        columns = (int) (wide + Ref.RASTER_UNIT - 1) / Ref.RASTER_UNIT * Ref.RASTER_UNIT;
        rows = (int) high;
        // However large the cells, a border may run through the areas: there are up to 2 × 2.
        return (double) wide * high <= Math.max(4, edges.size() / EDGES_PER_CELL);
    }

    private int[][] edgesOfRows() {
        int[] sizes = new int[rows];
        for (int edge = 0; edge < edges.size(); edge++) {
            for (int row = row(edges.ay(edge)); row <= row(edges.by(edge)); row++) {
                sizes[row]++;
            }
        }
        int[][] near = new int[rows][];
        for (int row = 0; row < rows; row++) {
            near[row] = new int[sizes[row]];
        }
        for (int edge = 0; edge < edges.size(); edge++) {
            for (int row = row(edges.ay(edge)); row <= row(edges.by(edge)); row++) {
                near[row][--sizes[row]] = edge;
            }
        }
        return near;
    }

    private int row(double lat) {
        return (int) ((Cell.step(lat) >> shift) - y);
    }

    private Built row(Cell first, int[] near) {
        CellBuilder builder = new CellBuilder(edges);
        builder.coarseRow(first, columns, near);
        return new Built(builder.cells(), builder.blocks());
    }

    private Raster merge(List<Built> built) {
        long cellCount = 0;
        long longCount = 0;
        for (Built row : built) {
            cellCount += row.cells.length;
            longCount += row.blocks.length;
        }
        if (Math.max(cellCount, longCount) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the areas have too many edges to index");
        }
        int[] cells = new int[(int) cellCount];
        long[] blocks = new long[(int) longCount];
        int nextCell = rows * columns;
        int nextLong = 0;
        for (int row = 0; row < built.size(); row++) {
            int[] from = built.get(row).cells;
            int move = nextCell - columns;
            for (int i = 0; i < from.length; i++) {
                int to = i < columns ? row * columns + i : move + i;
                cells[to] = Ref.moved(from[i], move, nextLong);
            }
            nextCell += from.length - columns;
            long[] block = built.get(row).blocks;
            System.arraycopy(block, 0, blocks, nextLong, block.length);
            nextLong += block.length;
        }
        return new Raster(west, south, east, north, shift, x, y, columns, cells, blocks);
    }
}
