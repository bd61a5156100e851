package org.weiwang.atlas.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.geo.tile.Tile;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/**
 * The grids of the demo county 蒲江县, in every tile of every zoom, beside their union in the same
 * tiles.
 */
class CoverageInTilesTest {
    private static final String COUNTY = "510131";

    /** Of micro grids in a bureau's hand-over a dedicated grid is a hole, or it lies over some. */
    private static final List<Grid> HOLES = new ArrayList<>();

    private static List<Grid> grids;
    private static Atlas county;
    private static Atlas union;
    private static Atlas unionOfMicros;
    private static Atlas holes;

    private static final Tiles TILES = new Tiles(1 << 20, 1 << 28);

    @BeforeAll
    static void generate() {
        grids = TestDistrict.demo(COUNTY);
        county = TestDistrict.atlas(TestDistrict.part(COUNTY, grids));
        union = united(level(Level.COMMUNITY));
        unionOfMicros = united(level(Level.MICRO));
        PreparedGeometry covered =
                PreparedGeometryFactory.prepare(
                        unionOfMicros
                                .parts()
                                .iterator()
                                .next()
                                .layer(Level.COMMUNITY)
                                .all()
                                .get(0)
                                .geometry());
        level(Level.DEDICATED).stream()
                .filter(grid -> !covered.covers(grid.geometry().getInteriorPoint()))
                .forEach(HOLES::add);
        holes = TestDistrict.atlas(TestDistrict.part(COUNTY, HOLES));
    }

    private static List<Grid> level(Level level) {
        return grids.stream().filter(grid -> grid.level() == level).toList();
    }

    private static Atlas united(List<Grid> all) {
        Geometry outline =
                CoverageUnion.union(all.stream().map(Grid::geometry).toArray(Geometry[]::new));
        return TestDistrict.atlas(
                TestDistrict.part(
                        COUNTY, List.of(TestDistrict.grid(COUNTY, Level.COMMUNITY, "", outline))));
    }

    private static void assertSameEdges(
            Tile tile, List<DecodedTile.Feature> drawn, List<DecodedTile.Feature> expected) {
        assertThat(NetEdges.difference(drawn, expected)).as(tile.toString()).isEmpty();
    }

    /** At zoom 6 and below a step of the grid is half a kilometre, in which a community is lost. */
    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void communitiesHaveNoGapsAndNoOverlaps(int zoom) {
        for (Tile tile : tiles(zoom)) {
            assertSameEdges(
                    tile,
                    features(county, Level.COMMUNITY, tile),
                    features(union, Level.COMMUNITY, tile));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14, 15, 16})
    void microGridsHaveNoGapsAndNoOverlaps(int zoom) {
        for (Tile tile : tiles(zoom)) {
            assertSameEdges(
                    tile,
                    features(county, Level.MICRO, tile),
                    features(unionOfMicros, Level.COMMUNITY, tile));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14, 15, 16})
    void dedicatedGridsFillTheHolesThatTheyAre(int zoom) {
        assertThat(HOLES).isNotEmpty();
        for (Tile tile : tiles(zoom)) {
            assertSameEdges(
                    tile,
                    Stream.concat(
                                    features(county, Level.MICRO, tile).stream(),
                                    features(holes, Level.DEDICATED, tile).stream())
                            .toList(),
                    features(union, Level.COMMUNITY, tile));
        }
    }

    /** The county taken apart into two, which so have every position of their border in common. */
    @ParameterizedTest
    @ValueSource(ints = {7, 9, 10, 11, 12, 13, 14, 16})
    void districtsFitTogether(int zoom) {
        List<Grid> fromWest =
                level(Level.COMMUNITY).stream()
                        .sorted(Comparator.comparing(grid -> grid.geometry().getCentroid().getX()))
                        .toList();
        int half = fromWest.size() / 2;
        DistrictPart west = TestDistrict.part("510001", fromWest.subList(0, half));
        DistrictPart east = TestDistrict.part("510002", fromWest.subList(half, fromWest.size()));
        Atlas both = TestDistrict.atlas(west, east);
        for (Tile tile : tiles(zoom)) {
            assertSameEdges(
                    tile,
                    features(both, Level.COMMUNITY, tile),
                    features(union, Level.COMMUNITY, tile));
        }
    }

    /** Where tiles meet, each grid goes on in the next: its parts are as large as it is. */
    @ParameterizedTest
    @ValueSource(ints = {10, 12, 14, 16})
    void theTilesOfAZoomShowAllOfTheCounty(int zoom) {
        double drawn = 0;
        double whole = 0;
        for (Tile tile : tiles(zoom)) {
            drawn += shownArea(features(county, Level.MICRO, tile));
            whole += shownArea(features(unionOfMicros, Level.COMMUNITY, tile));
        }
        double steps = Math.scalb(1.0, Plane.ZOOM - zoom);
        Geometry outline =
                Plane.of(
                        unionOfMicros
                                .parts()
                                .iterator()
                                .next()
                                .layer(Level.COMMUNITY)
                                .all()
                                .get(0)
                                .geometry());
        double expected = outline.getArea() / (steps * steps);
        assertThat(drawn / expected).isBetween(1 - 1e-5, 1 + 1e-5);
        assertThat(drawn / whole).isBetween(1 - 1e-7, 1 + 1e-7);
    }

    /** At the zooms that are drawn and generalised; by vertex: what lies between is not farther. */
    @ParameterizedTest
    @ValueSource(ints = {12, 13})
    void noPositionMovesByAPixel(int zoom) {
        DistrictPart part = county.part(COUNTY).orElseThrow();
        Shapes shapes = Shapes.of(part.layer(Level.MICRO), 12);
        double pixel = Math.scalb(16.0, Plane.ZOOM - zoom);
        double[] moved = new double[level(Level.MICRO).size()];
        for (int i = 0; i < moved.length; i++) {
            Geometry whole = Plane.of(part.layer(Level.MICRO).all().get(i).geometry());
            Geometry drawn = geometry((Outline) shapes.get(i), zoom);
            moved[i] =
                    new DiscreteHausdorffDistance(whole.getBoundary(), drawn.getBoundary())
                                    .orientedDistance()
                            / pixel;
        }
        Arrays.sort(moved);
        assertThat(moved[moved.length - 1]).isLessThan(1);
        assertThat(moved[moved.length * 99 / 100]).isLessThan(0.5);
    }

    private static Geometry geometry(Outline outline, int zoom) {
        return Wgs84.FACTORY.createMultiPolygon(
                Stream.of(outline.polygons())
                        .filter(rings -> rings[0].at(zoom).length > 0)
                        .map(
                                rings ->
                                        Wgs84.FACTORY.createPolygon(
                                                ring(rings[0].at(zoom)),
                                                Stream.of(rings)
                                                        .skip(1)
                                                        .map(ring -> ring(ring.at(zoom)))
                                                        .toArray(LinearRing[]::new)))
                        .toArray(Polygon[]::new));
    }

    private static LinearRing ring(int[] ring) {
        CoordinateList closed = new CoordinateList();
        for (int i = 0; i < ring.length; i += 2) {
            closed.add(new Coordinate(ring[i], ring[i + 1]));
        }
        closed.closeRing();
        return Wgs84.FACTORY.createLinearRing(closed.toCoordinateArray());
    }

    private static double shownArea(List<DecodedTile.Feature> features) {
        Box shown = new Box(0, 0, Plane.EXTENT, Plane.EXTENT);
        return features.stream()
                .flatMap(feature -> feature.rings().stream())
                .mapToDouble(ring -> Ring.doubledArea(Ring.cut(ring, shown)) / 2.0)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6, 9, 12, 14})
    void noGridIsLostAtAnyZoom(int zoom) {
        for (Level level : Level.values()) {
            Set<Object> codes = new HashSet<>();
            for (Tile tile : tiles(zoom)) {
                features(county, level, tile)
                        .forEach(feature -> codes.add(feature.attributes().get("code")));
            }
            assertThat(codes)
                    .as(level.toString())
                    .containsExactlyInAnyOrderElementsOf(
                            level(level).stream().map(Grid::code).toList());
        }
    }

    private List<DecodedTile.Feature> features(Atlas atlas, Level level, Tile tile) {
        byte[] bytes = TILES.tile(atlas, LAYERS.get(level.ordinal()), tile);
        return bytes.length == 0 ? List.of() : DecodedTile.of(bytes).features();
    }

    private static final List<TiledLayer<Grid>> LAYERS =
            Stream.of(Level.values()).map(TestDistrict::layer).toList();

    /** All that show something of the county. */
    private static List<Tile> tiles(int zoom) {
        Bbox box = county.part(COUNTY).orElseThrow().bbox();
        Tile first = Tile.of(new LonLat(box.west(), box.north()), zoom);
        Tile last = Tile.of(new LonLat(box.east(), box.south()), zoom);
        List<Tile> tiles = new ArrayList<>();
        for (int row = first.row(); row <= last.row(); row++) {
            for (int column = first.column(); column <= last.column(); column++) {
                tiles.add(new Tile(zoom, row, column));
            }
        }
        return tiles;
    }
}
