package org.weiwang.demo.layout;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.demo.mesh.Site;

/**
 * A town's blocks and streets: columns and rows of cells in a turned and gently bent lattice,
 * several columns and rows to a block, a street between blocks. In open country blocks far from the
 * centre are left out, so that the town has a ragged edge that follows streets.
 */
public final class StreetLattice {
    private static final double BEND = 10;

    private final int number;
    private final Coordinate centre;
    private final double cos;
    private final double sin;
    private final double wave;
    private final double phase;
    private final Axis columns;
    private final Axis rows;
    private final boolean[][] kept;

    private StreetLattice(
            int number, Coordinate centre, double radius, boolean ragged, SplittableRandom random) {
        this.number = number;
        this.centre = centre;
        double angle = (random.nextDouble() - 0.5) * Math.PI / 3;
        this.cos = StrictMath.cos(angle);
        this.sin = StrictMath.sin(angle);
        this.wave = 2 * Math.PI / (1100 + 600 * random.nextDouble());
        this.phase = random.nextDouble() * 2 * Math.PI;
        double stretch = ragged ? 0.8 + 0.5 * random.nextDouble() : 1;
        this.columns = Axis.of(radius * stretch, random);
        this.rows = Axis.of(radius / stretch, random);
        this.kept = ragged ? kept(random) : all();
    }

    /**
     * A town in open country.
     *
     * @param number the lattice's number, carried by its sites
     * @param cells about how many cells the town has
     */
    static StreetLattice ofCells(
            int number, Coordinate centre, int cells, SplittableRandom random) {
        return new StreetLattice(number, centre, Math.sqrt(cells / Math.PI), true, random);
    }

    /** A lattice without an edge of its own, which goes on for so many metres to all sides. */
    static StreetLattice reaching(
            int number, Coordinate centre, double metres, SplittableRandom random) {
        return new StreetLattice(number, centre, metres / Axis.PITCH, false, random);
    }

    private boolean[][] all() {
        boolean[][] blocks = new boolean[columns.blocks()][rows.blocks()];
        for (boolean[] column : blocks) {
            Arrays.fill(column, true);
        }
        return blocks;
    }

    private boolean[][] kept(SplittableRandom random) {
        double[] lobes = random.doubles(3, 0, 2 * Math.PI).toArray();
        boolean[][] blocks = new boolean[columns.blocks()][rows.blocks()];
        for (int i = 0; i < blocks.length; i++) {
            for (int j = 0; j < blocks[i].length; j++) {
                double u = columns.blockCentre(i) / columns.radius();
                double v = rows.blockCentre(j) / rows.radius();
                double angle = StrictMath.atan2(v, u);
                double reach =
                        1
                                + 0.16 * StrictMath.sin(2 * angle + lobes[0])
                                + 0.12 * StrictMath.sin(3 * angle + lobes[1])
                                + 0.08 * StrictMath.sin(5 * angle + lobes[2]);
                blocks[i][j] = Math.sqrt(u * u + v * v) <= reach;
            }
        }
        return blocks;
    }

    public Coordinate centre() {
        return centre;
    }

    /** Half the town's greater extent, in metres. */
    double radius() {
        return Math.max(columns.radius(), rows.radius());
    }

    void addSites(List<Site> sites) {
        for (int i = 0; i < columns.size(); i++) {
            for (int j = 0; j < rows.size(); j++) {
                if (kept[columns.block(i)][rows.block(j)]) {
                    double u = columns.centre(i);
                    double v = rows.centre(j);
                    double bentU = u + BEND * StrictMath.sin(wave * v + phase);
                    double bentV = v + BEND * StrictMath.sin(wave * u - phase);
                    sites.add(
                            new Site(
                                    centre.x + bentU * cos - bentV * sin,
                                    centre.y + bentU * sin + bentV * cos,
                                    number,
                                    i,
                                    j));
                }
            }
        }
    }

    /** Whether the place belongs to a block, with a margin of most of a cell. */
    boolean covers(double x, double y) {
        double dx = x - centre.x;
        double dy = y - centre.y;
        if (Math.max(Math.abs(dx), Math.abs(dy)) > 2 * radius()) {
            return false;
        }
        double bentU = dx * cos + dy * sin;
        double bentV = -dx * sin + dy * cos;
        double u = bentU - BEND * StrictMath.sin(wave * bentV + phase);
        double v = bentV - BEND * StrictMath.sin(wave * bentU - phase);
        double margin = 0.75 * Axis.PITCH;
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                int column = columns.at(u + i * margin);
                int row = rows.at(v + j * margin);
                if (column >= 0 && row >= 0 && kept[columns.block(column)][rows.block(row)]) {
                    return true;
                }
            }
        }
        return false;
    }

    public int columnBlock(Site site) {
        return columns.block(site.column());
    }

    public int rowBlock(Site site) {
        return rows.block(site.row());
    }

    public int columnBlocks() {
        return columns.blocks();
    }

    public int rowBlocks() {
        return rows.blocks();
    }

    /** Whether the middle of their block lies between the two sites' columns. */
    public boolean isLane(Site a, Site b) {
        return columns.middleBetween(a.column(), b.column());
    }
}
