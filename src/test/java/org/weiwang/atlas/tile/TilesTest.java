package org.weiwang.atlas.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Feature;
import org.weiwang.circle.Facility;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Row;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.geo.tile.Tile;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** Two districts beside each other, of square grids in a row from west to east. */
class TilesTest {
    private static final double SIDE = 0.01;
    private static final int COUNT = 5;
    private static final TiledLayer<Grid> GRIDS = TestDistrict.layer(Level.MICRO);

    private static final FeatureType POINTS =
            new FeatureType(
                    "facilities",
                    GeometryType.POINT,
                    List.of(
                            new Property("name", "名称", Property.Type.STRING),
                            new Property("lon", "经度", Property.Type.NUMBER),
                            new Property("isEast", "在东", Property.Type.BOOLEAN)));

    private static final TiledLayer<Facility> FACILITIES =
            new TiledLayer<>(
                    POINTS,
                    List.of("lon", "name", "isEast"),
                    3,
                    DistrictPart::facilities,
                    FacilityRow::new);

    private final DistrictPart west = part("510001", 1, 0, null);
    private final DistrictPart east = part("510002", 1, COUNT, null);
    private final Atlas atlas = TestDistrict.atlas(west, east);
    private final Tiles tiles = new Tiles(1 << 20, 1 << 20);

    /** The tiles in the middle of the western district and the eastern, and one that shows both. */
    private static final Tile IN_WEST = Tile.of(at(2.5), 14);

    private static final Tile IN_EAST = Tile.of(at(7.5), 14);
    private static final Tile OF_BOTH = Tile.of(at(5), 6);

    private record FacilityRow(Feature<Facility> feature) implements Row {
        @Override
        public String id() {
            return feature.id();
        }

        @Override
        public Geometry geometry() {
            return feature.geometry();
        }

        @Override
        public Object value(int index) {
            Facility facility = feature.subject();
            return switch (index) {
                case 0 -> facility.name();
                case 1 -> facility.point().lon();
                default -> facility.point().lon() > 104.05;
            };
        }
    }

    private static LonLat at(double squares) {
        return new LonLat(104 + squares * SIDE, 30.005);
    }

    private static DistrictPart part(
            String district, int edition, int firstSquare, DistrictPart former) {
        List<Grid> grids =
                IntStream.range(firstSquare, firstSquare + COUNT)
                        .mapToObj(i -> square(i, edition))
                        .toList();
        Facility facility = new Facility("f", "学校", "小学", at(firstSquare + COUNT / 2.0), null);
        return TestDistrict.part(district, edition, grids, List.of(facility), former);
    }

    /** In later editions the first of a district is smaller. */
    private static Grid square(int number, int edition) {
        double left = 104 + number * SIDE;
        double top = number % COUNT == 0 ? 30 + SIDE / edition : 30 + SIDE;
        return TestDistrict.grid(
                "g" + number,
                Level.MICRO,
                "",
                Wgs84.FACTORY.createPolygon(
                        new Coordinate[] {
                            new Coordinate(left, 30),
                            new Coordinate(left + SIDE, 30),
                            new Coordinate(left + SIDE, top),
                            new Coordinate(left, top),
                            new Coordinate(left, 30)
                        }));
    }

    @Test
    void aTileSaysWhatTheFormatWants() {
        DecodedTile tile = DecodedTile.of(tiles.tile(atlas, GRIDS, OF_BOTH));
        assertThat(tile.version).isEqualTo(2);
        assertThat(tile.extent).isEqualTo(4096);
        assertThat(tile.name).isEqualTo("grids");
        assertThat(tile.features()).hasSize(2 * COUNT);
        assertThat(tile.features())
                .allSatisfy(feature -> assertThat(feature.type()).isEqualTo(3))
                .allSatisfy(
                        feature ->
                                assertThat(Ring.doubledArea(feature.rings().get(0))).isPositive());
    }

    @Test
    void aFeatureHasItsIdAndTheAttributesThatThereAre() {
        DecodedTile.Feature grid =
                DecodedTile.of(tiles.tile(atlas, GRIDS, IN_WEST)).features().stream()
                        .filter(feature -> feature.attributes().get("code").equals("g2"))
                        .findFirst()
                        .orElseThrow();
        assertThat(grid.attributes()).isEqualTo(Map.of("code", "g2", "households", 2L));
        assertThat(grid.id()).isEqualTo(FeatureId.of("g2"));
    }

    @Test
    void pointsAreWhereTheyAre() {
        DecodedTile tile = DecodedTile.of(tiles.tile(atlas, FACILITIES, IN_EAST));
        DecodedTile.Feature facility = tile.features().get(0);
        assertThat(tile.features()).hasSize(1);
        assertThat(facility.type()).isEqualTo(1);
        assertThat(facility.attributes())
                .isEqualTo(Map.of("lon", at(7.5).lon(), "name", "学校", "isEast", true));
        int[] position = facility.rings().get(0);
        double column = Plane.x(at(7.5).lon()) / 16 - 4096.0 * IN_EAST.column();
        double row = Plane.y(at(7.5).lat()) / 16 - 4096.0 * IN_EAST.row();
        assertThat(position[0]).isCloseTo((int) Math.rint(column), within(1));
        assertThat(position[1]).isCloseTo((int) Math.rint(row), within(1));
    }

    @Test
    void belowTheLeastZoomAndBesideTheFeaturesThereIsNothing() {
        assertThat(tiles.tile(atlas, FACILITIES, new Tile(2, 1, 3))).isEmpty();
        assertThat(tiles.tile(atlas, FACILITIES, Tile.of(at(7.5), 3))).isNotEmpty();
        assertThat(tiles.tile(atlas, GRIDS, Tile.of(new LonLat(-104, 30), 10))).isEmpty();
        assertThat(tiles.tile(TestDistrict.atlas(), GRIDS, IN_WEST)).isEmpty();
    }

    @Test
    void atTheLastZoomATileIsWithinAGrid() {
        DecodedTile.Feature grid =
                DecodedTile.of(tiles.tile(atlas, GRIDS, Tile.of(at(2.5), 24))).features().get(0);
        assertThat(grid.attributes()).containsEntry("code", "g2");
        assertThat(Ring.doubledArea(grid.rings().get(0)) / 2)
                .isEqualTo((4096L + 2 * Window.MARGIN) * (4096 + 2 * Window.MARGIN));
    }

    @Test
    void whatIsKeptStaysWhenAnotherDistrictChanges() {
        byte[] inWest = tiles.tile(atlas, GRIDS, IN_WEST);
        byte[] inEast = tiles.tile(atlas, GRIDS, IN_EAST);
        byte[] ofBoth = tiles.tile(atlas, GRIDS, OF_BOTH);
        Atlas next = TestDistrict.atlas(part("510001", 2, 0, west), east);
        assertThat(tiles.tile(next, GRIDS, IN_EAST)).isSameAs(inEast);
        assertThat(tiles.tile(next, GRIDS, OF_BOTH)).isNotEqualTo(ofBoth);
        assertThat(tiles.tile(next, GRIDS, IN_WEST)).isNotSameAs(inWest);
        assertThat(tiles.tile(atlas, GRIDS, IN_WEST)).isSameAs(inWest);
    }

    @Test
    void whatIsKeptStaysWhenTheNextEditionIsTheSame() {
        byte[] inWest = tiles.tile(atlas, GRIDS, IN_WEST);
        DistrictPart same =
                TestDistrict.part(
                        "510001", 2, List.copyOf(west.grids().grids(Level.MICRO)), List.of(), west);
        assertThat(tiles.tile(TestDistrict.atlas(same, east), GRIDS, IN_WEST)).isSameAs(inWest);
    }

    @Test
    void aLayerThatNoTileCanHaveIsRefused() {
        assertThatThrownBy(() -> layer(POINTS, "height", 0))
                .hasMessage("facilities has no property height");
        assertThatThrownBy(() -> layer(POINTS, "name", 25))
                .hasMessage("zoom 25 is not from 0 to 24");
        FeatureType lines =
                new FeatureType("roads", GeometryType.MULTI_LINE_STRING, POINTS.properties());
        assertThatThrownBy(() -> layer(lines, "name", 0))
                .hasMessage("roads is of lines, which no tile has");
    }

    private static TiledLayer<Facility> layer(FeatureType type, String attribute, int minZoom) {
        return new TiledLayer<>(
                type, List.of(attribute), minZoom, DistrictPart::facilities, FacilityRow::new);
    }
}
