package org.weiwang.grid.raster;

/** Edges sorted into the cells of one row, to be taken from east to west. Not thread-safe. */
final class Row {
    private final Edges edges;
    private final Cell first;
    private final int columns;
    private final double south;

    /** Each a column and an edge that may touch the cell there. */
    private final Longs touching = new Longs();

    /** Each a column and a part: the corners up to that column are left of an edge of the part. */
    private final Longs crossings = new Longs();

    /**
     * @param first the western cell
     * @param near edges, among them all that touch the row
     */
    Row(Edges edges, Cell first, int columns, int[] near) {
        this.edges = edges;
        this.first = first;
        this.columns = columns;
        this.south = first.south();
        for (int edge : near) {
            addTouching(edge);
            if (edges.ay(edge) <= south && south < edges.by(edge)) {
                addCrossing(edge);
            }
        }
        touching.sort();
        crossings.sort();
    }

    private void addTouching(int edge) {
        int last = Math.min(column(edges.east(edge)), columns - 1);
        for (int column = Math.max(column(edges.west(edge)), 0); column <= last; column++) {
            if (cell(column).mayTouch(edges, edge)) {
                touching.add(pair(column, edge));
            }
        }
    }

    private void addCrossing(int edge) {
        int column = Math.min(column(edges.east(edge)), columns - 1);
        int west = column(edges.west(edge));
        // A corner west of both ends is left of the edge.
        while (column >= west && column >= 0 && edges.side(edge, cell(column).west(), south) <= 0) {
            column--;
        }
        if (column >= 0) {
            crossings.add(pair(column, edges.part(edge)));
        }
    }

    /**
     * @return −1 for all that is west of the row, {@code columns} for all that is east of it
     */
    private int column(double lon) {
        long column = (Cell.step(lon) >> first.shift()) - first.x();
        return (int) Math.max(-1, Math.min(column, columns));
    }

    private static long pair(int column, int of) {
        return (long) column << 32 | of;
    }

    Cell cell(int column) {
        return new Cell(first.x() + column, first.y(), first.shift());
    }

    /**
     * Takes the edges of the last column not yet taken.
     *
     * @return those that may touch the column's cell
     */
    int[] takeTouching(int column) {
        int from = touching.size();
        while (from > 0 && touching.get(from - 1) >> 32 == column) {
            from--;
        }
        int[] taken = new int[touching.size() - from];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = (int) touching.get(from + i);
        }
        touching.cut(from);
        return taken;
    }

    /**
     * Takes the crossings of the last column not yet taken.
     *
     * @param corner the parts that the corner of the column to the east is in; those of this
     *     column's corner afterwards
     */
    void takeCrossings(int column, PartSet corner) {
        int size = crossings.size();
        while (size > 0 && crossings.get(size - 1) >> 32 == column) {
            corner.toggle((int) crossings.get(--size));
        }
        crossings.cut(size);
    }
}
