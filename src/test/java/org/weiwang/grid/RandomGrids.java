package org.weiwang.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.weiwang.geo.Wgs84;

/** Grids of whole numbers of steps, so that many points lie exactly on edges and vertices. */
final class RandomGrids {
    /** Steps between the vertices of a partition, before they are moved. */
    static final int SPACING = 8;

    /** The square that stars lie in, in steps. */
    static final int EXTENT = 40;

    /** Where on the globe, and how long a step is, in degrees. */
    enum Place {
        DEGREES(1, 0, 0),
        CHENGDU(0x1p-10, 104, 30),
        LATTICE(0x1p-30, 104.5, 30.5),
        ROUND_ZERO(0x1p-4, -2, -2),
        ROUNDED(0.1, 103.7, -0.3);

        private final double step;
        private final double lon;
        private final double lat;

        Place(double step, double lon, double lat) {
            this.step = step;
            this.lon = lon;
            this.lat = lat;
        }

        Coordinate at(double x, double y) {
            return new Coordinate(lon + x * step, lat + y * step);
        }
    }

    private RandomGrids() {}

    /** Quadrilaterals given to a few grids at random: with holes, enclaves, several parts. */
    static List<Grid> partition(Place place, int size, SplittableRandom random) {
        Coordinate[][] vertices = new Coordinate[size + 1][size + 1];
        for (int x = 0; x <= size; x++) {
            for (int y = 0; y <= size; y++) {
                vertices[x][y] = place.at(moved(x, size, random), moved(y, size, random));
            }
        }
        int count = 1 + random.nextInt(size * size);
        List<List<Geometry>> quadrilaterals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            quadrilaterals.add(new ArrayList<>());
        }
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                Coordinate first = vertices[x][y];
                Polygon quadrilateral =
                        Wgs84.FACTORY.createPolygon(
                                new Coordinate[] {
                                    first,
                                    vertices[x + 1][y],
                                    vertices[x + 1][y + 1],
                                    vertices[x][y + 1],
                                    first
                                });
                quadrilaterals.get(random.nextInt(count)).add(quadrilateral);
            }
        }
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!quadrilaterals.get(i).isEmpty()) {
                Geometry union = UnaryUnionOp.union(quadrilaterals.get(i));
                grids.add(Grids.grid("g" + (count - i), union));
            }
        }
        return grids;
    }

    private static int moved(int number, int size, SplittableRandom random) {
        return SPACING * number + (number == 0 || number == size ? 0 : random.nextInt(-3, 4));
    }

    /** Stars with a hole, over one another. */
    static List<Grid> stars(Place place, int count, SplittableRandom random) {
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int x = random.nextInt(12, EXTENT - 11);
            int y = random.nextInt(12, EXTENT - 11);
            LinearRing shell = star(place, x, y, 4, 12, random);
            LinearRing hole = star(place, x, y, 1, 3, random);
            grids.add(
                    Grids.grid(
                            "s" + random.nextInt(1000) + "-" + i,
                            Wgs84.FACTORY.createPolygon(shell, new LinearRing[] {hole})));
        }
        return grids;
    }

    /** Eight vertices around a point, some steps away along the axes and the diagonals. */
    private static LinearRing star(
            Place place, int x, int y, int least, int most, SplittableRandom random) {
        int[] dx = {1, 1, 0, -1, -1, -1, 0, 1};
        int[] dy = {0, 1, 1, 1, 0, -1, -1, -1};
        Coordinate[] vertices = new Coordinate[9];
        for (int i = 0; i < 8; i++) {
            int steps = random.nextInt(least, most + 1);
            vertices[i] = place.at(x + steps * dx[i], y + steps * dy[i]);
        }
        vertices[8] = vertices[0];
        return Wgs84.FACTORY.createLinearRing(vertices);
    }
}
