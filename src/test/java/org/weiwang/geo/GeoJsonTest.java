package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

class GeoJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT (103.5 30.25) | Point | [103.5,30.25]",
                "POINT (-0.000000001 -7.00000001) | Point | [0,-7.00000001]",
                "POINT Z (179.999999999 1 9) | Point | [180,1]",
                "LINESTRING (0 0, 1 2) | LineString | [[0,0],[1,2]]",
                "MULTILINESTRING ((0 0, 1 2), EMPTY, (3 4, 5 6))"
                        + "| MultiLineString | [[[0,0],[1,2]],[[3,4],[5,6]]]",
                // Counter-clockwise as it is, hole clockwise.
                "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 2, 6 1, 5 1))"
                        + "| Polygon | [[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,2],[6,1],[5,1]]]",
                // The other way round.
                "POLYGON ((0 0, 9 9, 9 0, 0 0), (5 1, 6 1, 6 2, 5 1))"
                        + "| Polygon | [[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,2],[6,1],[5,1]]]",
                "MULTIPOLYGON (((0 0, 9 9, 9 0, 0 0)), ((20 0, 29 0, 29 9, 20 0)))"
                        + "| MultiPolygon"
                        + "| [[[[0,0],[9,0],[9,9],[0,0]]],[[[20,0],[29,0],[29,9],[20,0]]]]",
                "POINT EMPTY | Point | []",
                "LINESTRING EMPTY | LineString | []",
                "POLYGON EMPTY | Polygon | []",
                "MULTIPOLYGON EMPTY | MultiPolygon | []"
            })
    void writesTheGeometryObject(String wkt, String type, String coordinates) throws Exception {
        assertThat(encode(wkt))
                .isEqualTo("{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}");
    }

    @Property
    void roundsToEightDecimals(@ForAll @DoubleRange(min = -180, max = 180) double lon)
            throws Exception {
        byte[] json =
                GeoJson.encode(new GeometryFactory().createPoint(new Coordinate(lon, lon / 2)));
        String text =
                new ObjectMapper()
                        .readTree(json)
                        .get("coordinates")
                        .get(0)
                        .decimalValue()
                        .toString();
        BigDecimal error = new BigDecimal(text).subtract(new BigDecimal(lon)).abs();
        // Half a unit, and the rounding of the product that decides a tie.
        assertThat(error).isLessThanOrEqualTo(new BigDecimal("5.00001e-9"));
        String written = new String(json, StandardCharsets.US_ASCII).split("\\[")[1].split(",")[0];
        assertThat(written)
                .isEqualTo(
                        new BigDecimal(text)
                                .setScale(8, RoundingMode.UNNECESSARY)
                                .stripTrailingZeros()
                                .toPlainString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GEOMETRYCOLLECTION EMPTY",
                "MULTIPOINT ((1 1))",
                "LINEARRING (0 0, 1 0, 1 1, 0 0)"
            })
    void refusesOtherTypes(String wkt) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> encode(wkt));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, 355553, -361})
    void refusesWhatIsNotDegrees(double x) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () ->
                                GeoJson.encode(
                                        new GeometryFactory().createPoint(new Coordinate(x, 0))));
    }

    private static String encode(String wkt) throws Exception {
        return new String(GeoJson.encode(new WKTReader().read(wkt)), StandardCharsets.UTF_8);
    }
}
