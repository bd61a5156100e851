package org.weiwang.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.LonLat;

class TileTest {
    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, zoom -1 is not from 0 to 24",
        "25, 0, 0, zoom 25 is not from 0 to 24",
        "0, 1, 0, 'row 1 is not from 0 to 0, as at zoom 0'",
        "3, 8, 0, 'row 8 is not from 0 to 7, as at zoom 3'",
        "3, -1, 0, 'row -1 is not from 0 to 7, as at zoom 3'",
        "3, 0, 8, 'column 8 is not from 0 to 7, as at zoom 3'",
        "24, 0, 16777216, 'column 16777216 is not from 0 to 16777215, as at zoom 24'"
    })
    void whatIsNoTileIsNamed(int z, int row, int column, String problem) {
        assertThatThrownBy(() -> new Tile(z, row, column))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(problem);
    }

    /** Rows and columns by the formula for tile names in OpenStreetMap's wiki. */
    @ParameterizedTest
    @CsvSource({
        "104.0657, 30.6595, 0, 0, 0",
        "104.0657, 30.6595, 10, 420, 808",
        "104.0657, 30.6595, 16, 26899, 51712",
        "-0.1276, 51.5072, 12, 1362, 2046",
        "151.2093, -33.8688, 12, 2457, 3768"
    })
    void aPlaceLiesInTheTileThatTheFormulaNames(
            double lon, double lat, int z, int row, int column) {
        assertThat(Tile.of(new LonLat(lon, lat), z)).isEqualTo(new Tile(z, row, column));
    }

    @ParameterizedTest
    @CsvSource({
        "-180, 90, 0, 0",
        "180, 90, 0, 3",
        "-180, -90, 3, 0",
        "180, -90, 3, 3",
        "0, 0, 2, 2"
    })
    void endsOfTheWorldAreInTheirLastTiles(double lon, double lat, int row, int column) {
        assertThat(Tile.of(new LonLat(lon, lat), 2)).isEqualTo(new Tile(2, row, column));
    }

    @Test
    void theWorldIsOneTile() {
        Bbox world = new Tile(0, 0, 0).bbox();
        assertThat(world.west()).isEqualTo(-180);
        assertThat(world.east()).isEqualTo(180);
        assertThat(world.north()).isCloseTo(85.0511287798, within(1e-9));
        assertThat(world.south()).isCloseTo(-85.0511287798, within(1e-9));
    }

    @Property
    void aPlaceLiesInTheBoxOfItsTile(
            @ForAll @DoubleRange(min = -180, max = 180) double lon,
            @ForAll @DoubleRange(min = -85, max = 85) double lat,
            @ForAll @IntRange(max = Tile.MAX_ZOOM) int z) {
        Bbox box = Tile.of(new LonLat(lon, lat), z).bbox();
        // Far less than the smallest tile is wide.
        double rounding = 1e-12;
        assertThat(lon).isBetween(box.west() - rounding, box.east() + rounding);
        assertThat(lat).isBetween(box.south() - rounding, box.north() + rounding);
    }

    @Property
    void neighboursShareTheirEdge(@ForAll @IntRange(min = 1, max = Tile.MAX_ZOOM) int z) {
        int middle = 1 << z - 1;
        Bbox tile = new Tile(z, middle, middle).bbox();
        assertThat(new Tile(z, middle, middle - 1).bbox().east()).isEqualTo(tile.west());
        assertThat(new Tile(z, middle - 1, middle).bbox().south()).isEqualTo(tile.north());
    }
}
