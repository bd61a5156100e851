package org.weiwang.atlas.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.atlas.Atlas;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.geo.tile.Tile;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** Layers that are no coverages still have all of their grids in tiles. */
class OddCoverageTest {
    private static final TiledLayer<Grid> LAYER = TestDistrict.layer(Level.MICRO);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // One over another, and the same twice.
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((2 2, 6 2, 6 6, 2 6, 2 2)))",
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((0 0, 4 0, 4 4, 0 4, 0 0)))",
                // One within another, and in its hole, where they touch at a point too.
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((4 4, 4.001 4, 4.001 4.001, 4 4)))",
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (4 4, 4 5, 5 5, 4 4)),"
                        + " ((4 4, 4 5, 5 5, 4 4)))",
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (4 4, 4 4.001, 4.001 4.001, 4 4)),"
                        + " ((4 4, 4 4.001, 4.001 4.001, 4 4)))",
                // Along an edge that has a position in only one of them.
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((4 0, 8 0, 8 4, 4 4, 4 2, 4 0)))",
                // A gap, a strip and a crumb narrower than a step of any grid.
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((4.0001 0, 8 0, 8 4, 4.0001 0)))",
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((4 0, 4.0000001 0, 4 4, 4 0)))",
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)),"
                        + " ((4 0, 4.0000001 0, 4.0000001 0.0000001, 4 0)))",
                // Crossing itself, and without any area.
                "MULTIPOLYGON (((0 0, 4 4, 4 0, 0 4, 0 0)), ((4 0, 8 0, 8 4, 4 0)))",
                "MULTIPOLYGON (((0 0, 4 0, 2 0, 0 0)), ((4 0, 4 0, 4 0, 4 0)))"
            })
    void everyGridIsInSomeTile(String hundredths) throws ParseException {
        Geometry all = new WKTReader().read(hundredths);
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < all.getNumGeometries(); i++) {
            Geometry one = all.getGeometryN(i).copy();
            one.apply((CoordinateFilter) c -> c.setCoordinate(at(c.x / 100, c.y / 100)));
            grids.add(TestDistrict.grid("grid-" + i, Level.MICRO, "", one));
        }
        assertAllThere(grids);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 7, 8})
    void randomTrianglesAreAllThere(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Coordinate[] ring = new Coordinate[4];
            double x = random.nextDouble(0.05);
            double y = random.nextDouble(0.05);
            double size = random.nextInt(100) / 1e4;
            for (int corner = 0; corner < 3; corner++) {
                // On a lattice, so that many corners and edges coincide.
                ring[corner] = at(round(x + random.nextDouble(size + 1e-9)), round(y + size));
                y += size * random.nextInt(3) / 2;
            }
            ring[3] = ring[0].copy();
            grids.add(
                    TestDistrict.grid(
                            "grid-" + i, Level.MICRO, "", Wgs84.FACTORY.createPolygon(ring)));
        }
        assertAllThere(grids);
    }

    private static double round(double degrees) {
        return Math.rint(degrees * 1000) / 1000;
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(104 + x, 30 + y);
    }

    private static void assertAllThere(List<Grid> grids) {
        Atlas atlas = TestDistrict.atlas(TestDistrict.part("510999", grids));
        Tiles tiles = new Tiles(1 << 20, 1 << 20);
        for (int zoom = 0; zoom <= 16; zoom++) {
            Set<Object> lost = new HashSet<>(grids.stream().map(Grid::code).toList());
            Tile first = Tile.of(new LonLat(103.99, 30.11), zoom);
            Tile last = Tile.of(new LonLat(104.11, 29.99), zoom);
            for (int row = first.row(); row <= last.row(); row++) {
                for (int column = first.column(); column <= last.column(); column++) {
                    byte[] tile = tiles.tile(atlas, LAYER, new Tile(zoom, row, column));
                    if (tile.length > 0) {
                        DecodedTile.of(tile)
                                .features()
                                .forEach(feature -> lost.remove(feature.attributes().get("code")));
                    }
                }
            }
            assertThat(lost).as("zoom " + zoom).isEmpty();
        }
    }
}
