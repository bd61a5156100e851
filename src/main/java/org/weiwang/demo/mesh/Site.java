package org.weiwang.demo.mesh;

/**
 * The place a cell grows around, in metres of the plane.
 *
 * @param lattice which town's street lattice the site belongs to, or −1 in the open country
 * @param column column within the lattice
 * @param row row within the lattice
 */
public record Site(double x, double y, int lattice, int column, int row) {
    public static Site open(double x, double y) {
        return new Site(x, y, -1, 0, 0);
    }

    public boolean inTown() {
        return lattice >= 0;
    }

    /** The straight distance to a place. */
    public double metres(double toX, double toY) {
        return Math.sqrt((x - toX) * (x - toX) + (y - toY) * (y - toY));
    }

    /**
     * How far apart the sites are: in metres, and within a lattice shortened along the diagonals,
     * so that what is equally near is a block and not a disc.
     */
    public double distance(Site other) {
        double metres = metres(other.x, other.y);
        int columns = Math.abs(column - other.column);
        int rows = Math.abs(row - other.row);
        if (inTown() && lattice == other.lattice && columns + rows > 0) {
            return metres * Math.max(columns, rows) / Math.sqrt(columns * columns + rows * rows);
        }
        return metres;
    }
}
