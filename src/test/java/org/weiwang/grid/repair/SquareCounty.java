package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/**
 * A county of crooked cells of some 100 m: each a micro grid or a dedicated hole, six a general
 * grid, four of these a community. Neighbours share all vertices, between corners too.
 */
final class SquareCounty {
    private static final int COLUMNS = 12;
    private static final int ROWS = 8;
    private static final int PARTS = 3;
    private static final double SPACING = 0.001 / PARTS;
    private static final double WEST = 104.1;
    private static final double SOUTH = 30.2;

    private final SplittableRandom random;
    private final Map<Integer, Coordinate> vertices = new TreeMap<>();

    private SquareCounty(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static List<Grid> of(long seed) {
        return new SquareCounty(seed).grids();
    }

    private List<Grid> grids() {
        List<Grid> lowest = new ArrayList<>();
        for (int x = 0; x < COLUMNS; x++) {
            for (int y = 0; y < ROWS; y++) {
                String community = "C" + (x / 6) + (y / 4);
                String general = community + "-" + (x / 3 % 2) + (y / 2 % 2);
                String code = general + "-" + (x % 3) + (y % 2);
                boolean isHole = random.nextInt(12) == 0;
                lowest.add(
                        grid(
                                code,
                                isHole ? Level.DEDICATED : Level.MICRO,
                                isHole ? community : general,
                                cell(x, y)));
            }
        }
        List<Grid> generals = united(lowest, Level.GENERAL, 6, 3);
        List<Grid> all = united(generals, Level.COMMUNITY, 3, 0);
        all.addAll(generals);
        all.addAll(lowest);
        return all;
    }

    private static List<Grid> united(List<Grid> lower, Level level, int digits, int ofParent) {
        Map<String, List<Geometry>> parts = new TreeMap<>();
        for (Grid grid : lower) {
            parts.computeIfAbsent(grid.code().substring(0, digits), any -> new ArrayList<>())
                    .add(grid.geometry());
        }
        List<Grid> grids = new ArrayList<>();
        parts.forEach(
                (code, all) -> {
                    Geometry union = CoverageUnion.union(all.toArray(Geometry[]::new));
                    String parent = ofParent == 0 ? "510131001" : code.substring(0, ofParent);
                    grids.add(grid(code, level, parent, union));
                });
        return grids;
    }

    static Grid grid(String code, Level level, String parent, Geometry outline) {
        return new Grid(code, level, code, null, parent, null, Ground.outline(outline));
    }

    private Polygon cell(int x, int y) {
        List<Coordinate> ring = new ArrayList<>();
        int west = x * PARTS;
        int south = y * PARTS;
        for (int i = 0; i < PARTS; i++) {
            ring.add(vertex(west + i, south));
        }
        for (int i = 0; i < PARTS; i++) {
            ring.add(vertex(west + PARTS, south + i));
        }
        for (int i = 0; i < PARTS; i++) {
            ring.add(vertex(west + PARTS - i, south + PARTS));
        }
        for (int i = 0; i < PARTS; i++) {
            ring.add(vertex(west, south + PARTS - i));
        }
        ring.add(ring.get(0));
        return Wgs84.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private Coordinate vertex(int x, int y) {
        return vertices.computeIfAbsent(
                x * 1000 + y,
                any ->
                        new Coordinate(
                                Lattice.snap(WEST + SPACING * (x + crooked())),
                                Lattice.snap(SOUTH + SPACING * (y + crooked()))));
    }

    private double crooked() {
        return random.nextDouble(-0.2, 0.2);
    }
}
