package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/**
 * An edition whose grids fit, in metres east and north of a place: community A below B, each 600 by
 * 300; general grids A1 and A2 meet at 300, B1 and B2 at 250; in each nine micro grids, such as
 * A1-23 in the second row from below and the third column from the left, those of A 100 metres
 * square. The dedicated grid AZ1 is a hole in A1-22, BZ1 lies over micro grids of B1 and B2. No
 * grid has a vertex where only neighbours' corners meet its edge.
 */
final class SmallEdition {
    private static final EqualArea PLANE = EqualArea.around(Wgs84.point(new LonLat(103.5, 30.2)));
    private static final Coordinate ORIGIN =
            PLANE.project(Wgs84.point(new LonLat(103.5, 30.2))).getCoordinate();

    private final List<Grid> grids = new ArrayList<>();

    SmallEdition() {
        put("A", Level.COMMUNITY, "510131101", null, box(0, 0, 600, 300));
        put("B", Level.COMMUNITY, "510131101", null, box(0, 300, 600, 600));
        general("A", 1, 0, 300, 0);
        general("A", 2, 300, 600, 0);
        general("B", 1, 0, 250, 300);
        general("B", 2, 250, 600, 300);
        put("AZ1", Level.DEDICATED, "A", null, box(130, 130, 170, 170));
        put("BZ1", Level.DEDICATED, "B", null, box(200, 400, 300, 500));
        reshape("A1-22", shape -> minus(shape, box(130, 130, 170, 170)));
    }

    private void general(String community, int number, double west, double east, double south) {
        String code = community + number;
        put(code, Level.GENERAL, community, 450, box(west, south, east, south + 300));
        for (int row = 1; row <= 3; row++) {
            for (int column = 1; column <= 3; column++) {
                put(
                        code + "-" + row + column,
                        Level.MICRO,
                        code,
                        50,
                        box(
                                west + (column - 1) * (east - west) / 3,
                                south + (row - 1) * 100,
                                west + column * (east - west) / 3,
                                south + row * 100));
            }
        }
    }

    void put(String code, Level level, String parent, Integer households, MultiPolygon shape) {
        grids.add(new Grid(code, level, "name of " + code, null, parent, households, shape));
    }

    List<Grid> grids() {
        return grids;
    }

    Grid grid(String code) {
        return grids.stream().filter(grid -> grid.code().equals(code)).findFirst().orElseThrow();
    }

    void change(String code, UnaryOperator<Grid> change) {
        grids.set(grids.indexOf(grid(code)), change.apply(grid(code)));
    }

    void reshape(String code, UnaryOperator<MultiPolygon> change) {
        change(code, grid -> grid.withOutline(change.apply(grid.geometry())));
    }

    void remove(String... codes) {
        grids.removeIf(grid -> List.of(codes).contains(grid.code()));
    }

    static Grid coded(Grid grid, String code) {
        return new Grid(
                code,
                grid.level(),
                grid.name(),
                grid.kind(),
                grid.parentCode(),
                grid.households(),
                grid.geometry());
    }

    static Grid named(Grid grid, String name) {
        return new Grid(
                grid.code(),
                grid.level(),
                name,
                grid.kind(),
                grid.parentCode(),
                grid.households(),
                grid.geometry());
    }

    static Grid below(Grid grid, String parent) {
        return new Grid(
                grid.code(),
                grid.level(),
                grid.name(),
                grid.kind(),
                parent,
                grid.households(),
                grid.geometry());
    }

    static Grid housing(Grid grid, Integer households) {
        return new Grid(
                grid.code(),
                grid.level(),
                grid.name(),
                grid.kind(),
                grid.parentCode(),
                households,
                grid.geometry());
    }

    /** As imported: degrees on the lattice. */
    static MultiPolygon box(double west, double south, double east, double north) {
        return polygon(west, south, east, south, east, north, west, north);
    }

    /**
     * @param metres east and north of each vertex; the ring is closed, be it valid or not
     */
    static MultiPolygon polygon(double... metres) {
        return Wgs84.FACTORY.createMultiPolygon(
                new Polygon[] {Wgs84.FACTORY.createPolygon(ring(metres))});
    }

    static LinearRing ring(double... metres) {
        Coordinate[] ring = new Coordinate[metres.length / 2 + 1];
        for (int i = 0; i < metres.length / 2; i++) {
            ring[i] = new Coordinate(ORIGIN.x + metres[2 * i], ORIGIN.y + metres[2 * i + 1]);
        }
        ring[metres.length / 2] = ring[0].copy();
        Geometry wgs84 = PLANE.unproject(Wgs84.FACTORY.createLinearRing(ring));
        return (LinearRing) Lattice.snap(wgs84);
    }

    static MultiPolygon plus(MultiPolygon one, MultiPolygon other) {
        return Lattice.snap(Overlay.union(List.of(one, other)));
    }

    static MultiPolygon minus(MultiPolygon one, MultiPolygon other) {
        return Lattice.snap(Overlay.multiPolygon(Overlay.difference(one, other)));
    }

    /** Metres east and north. */
    static Coordinate metres(LonLat place) {
        Coordinate plane = PLANE.project(Wgs84.point(place)).getCoordinate();
        return new Coordinate(plane.x - ORIGIN.x, plane.y - ORIGIN.y);
    }
}
